import type { EvidenceTerm } from '../../domain/hit.ts';
import type { PersonIdentity, SubjectIdentity } from '../../domain/person.ts';
import { difference } from './marks.ts';

/** Recorded forms of a subject's name, as the text of a page names them. */
export type RecordedForm = 'birth_name' | 'partner_name' | 'double_name' | 'alias';

export interface RecordedName {
  readonly form: RecordedForm;
  readonly name: string;
}

/** A surname with its particle in front: "van der Berg". */
export function fullSurname(particle: string, surname: string): string {
  return [particle, surname].filter(Boolean).join(' ');
}

/** Every recorded form, the birth name first; the double name only where it is the one that was compared. */
function recordedNames(identity: SubjectIdentity, form: string): readonly RecordedName[] {
  const own = fullSurname(identity.particle, identity.surname);
  const partner = fullSurname(identity.partnerParticle, identity.partnerSurname);
  const names: RecordedName[] = [{ form: 'birth_name', name: own }];
  if (partner !== '') names.push({ form: 'partner_name', name: partner });
  if (form === 'double_name') names.push({ form: 'double_name', name: `${partner}-${own}` });
  return [...names, ...identity.aliases.map((name): RecordedName => ({ form: 'alias', name }))];
}

/** What an entry's name was compared with, and the other forms that are on record. */
export interface NamePair {
  readonly entry: string;
  readonly register: RecordedName;
  readonly others: readonly RecordedName[];
  /** Where in the entry the name was found when not in its own field; the letters of the two then say nothing. */
  readonly foundIn: 'entry_alias' | 'fields_swapped' | null;
}

function mostAlike<T>(items: readonly T[], textOf: (item: T) => string, to: string): T | undefined {
  return items.toSorted((a, b) => difference(textOf(a), to) - difference(textOf(b), to))[0];
}

/** Which texts the surname term of a hit was about. */
export function namePair(person: PersonIdentity, identity: SubjectIdentity, terms: readonly EvidenceTerm[]): NamePair {
  const form = terms.find(({ attribute }) => attribute === 'surname')?.form ?? 'birth_name';
  const names = recordedNames(identity, form);
  const own = fullSurname(person.particle, person.surname);
  const full = form === 'alias' ? [person.givenNames, own].filter(Boolean).join(' ') : own;
  const ofForm = names.filter((name) => name.form === form);
  const register = mostAlike(ofForm.length === 0 ? names : ofForm, ({ name }) => name, full) ?? {
    form: 'birth_name',
    name: '',
  };
  return {
    entry: form === 'alias' ? full : own,
    register,
    others: names.filter((name) => name !== register),
    foundIn: form === 'entry_alias' || form === 'fields_swapped' ? form : null,
  };
}
