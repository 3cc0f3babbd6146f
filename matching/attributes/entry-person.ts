import type { PersonIdentity, Sex } from '../../src/domain/person.ts';
import { type BsnAttribute, bsnAttribute } from './bsn.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from './lexicon.ts';
import { splitFullName } from './name-parts.ts';
import type { PlaceAttribute, PlaceTables } from './places.ts';

/** One name that an entry gives for its person. */
export interface EntryName {
  readonly surname: SurnameAttribute;
  readonly givenNames: GivenNamesAttribute;
  readonly isAlias: boolean;
}

/** An entry's person in comparable form. Parts of the date are 0 when unknown. */
export interface EntryPerson {
  readonly names: readonly EntryName[];
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly bsn: BsnAttribute;
  readonly place: PlaceAttribute;
  readonly sex: Sex | null;
}

/** Aliases beyond these are not compared: real lists are short, and each costs a comparison with every candidate. */
const MAX_ALIASES = 4;

export function entryPerson(person: PersonIdentity, lexicon: Lexicon, places: PlaceTables): EntryPerson {
  const main = lexicon.surname(person.particle, person.surname);
  const given = person.givenNames === '' ? main.stray : person.givenNames;
  const names: EntryName[] = [
    { surname: main.attribute, givenNames: lexicon.givenNames(given, person.initials), isAlias: false },
  ];
  for (const alias of person.aliases.slice(0, MAX_ALIASES)) {
    const split = splitFullName(alias, lexicon.tables);
    const { attribute } = lexicon.surname('', split.surname);
    if (attribute.core === null) continue;
    names.push({ surname: attribute, givenNames: lexicon.givenNames(split.givenNames, ''), isAlias: true });
  }
  return {
    names,
    year: person.birthDate.year ?? 0,
    month: person.birthDate.month ?? 0,
    day: person.birthDate.day ?? 0,
    bsn: bsnAttribute(person.bsn),
    place: places.place(person.birthPlace, person.birthCountry),
    sex: person.sex,
  };
}
