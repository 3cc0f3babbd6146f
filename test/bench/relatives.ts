import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';

/** Somebody near a subject, given another person of the register whose names may be borrowed. */
export type RelativeMaker = (subject: SubjectIdentity, other: SubjectIdentity, random: () => number) => PersonIdentity;

function namedAfter(subject: SubjectIdentity, { givenNames, initials, sex }: SubjectIdentity): PersonIdentity {
  const { particle, surname, birthDate, birthPlace, birthCountry } = subject;
  return { bsn: null, givenNames, initials, particle, surname, birthDate, birthPlace, birthCountry, sex, aliases: [] };
}

function yearsAway(person: PersonIdentity, years: number, random: () => number): PersonIdentity {
  const { year } = person.birthDate;
  const birthDate = {
    year: year === null ? null : year + years,
    month: 1 + Math.floor(random() * 12),
    day: 1 + Math.floor(random() * 28),
  };
  return { ...person, birthDate };
}

/** The strangers that are hardest to tell from a subject. The other person lends given names, date or place. Without a number: they have one of their own. */
export const RELATIVE_KINDS: Readonly<Record<string, RelativeMaker>> = {
  twin: namedAfter,
  /** Given names begin with the same letter. */
  twin_of_same_initial: (subject, other) => {
    const initial = subject.givenNames.slice(0, 1);
    const { givenNames } = other;
    const name = givenNames.startsWith(initial) ? givenNames : initial + givenNames.slice(1);
    return { ...namedAfter(subject, other), givenNames: name, initials: `${initial}.`, sex: subject.sex };
  },
  sibling: (subject, other, random) =>
    yearsAway(namedAfter(subject, other), (random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * 6)), random),
  parent_of_same_name: (subject, _, random) =>
    yearsAway(namedAfter(subject, subject), -(20 + Math.floor(random() * 20)), random),
  namesake: (subject, other) => ({
    ...namedAfter(subject, subject),
    birthDate: other.birthDate,
    birthPlace: other.birthPlace,
    birthCountry: other.birthCountry,
  }),
  namesake_of_same_year: (subject, other) => ({
    ...namedAfter(subject, subject),
    birthDate: { ...other.birthDate, year: subject.birthDate.year },
    birthPlace: other.birthPlace,
    birthCountry: other.birthCountry,
  }),
  same_surname_and_date: (subject, other) => ({
    ...namedAfter(subject, other),
    birthPlace: other.birthPlace,
    birthCountry: other.birthCountry,
  }),
  same_given_name_and_date: (subject, other) => ({
    ...namedAfter(other, subject),
    birthDate: subject.birthDate,
    sex: subject.sex,
  }),
  partner: (subject, other, random) => ({
    ...yearsAway(namedAfter(subject, other), Math.floor(random() * 7) - 3, random),
    birthPlace: other.birthPlace,
    birthCountry: other.birthCountry,
    sex: subject.sex === 'M' ? 'F' : 'M',
  }),
};
