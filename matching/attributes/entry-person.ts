import type { PersonIdentity, Sex } from '../../src/domain/person.ts';
import { type BsnAttribute, bsnAttribute } from './bsn.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from './lexicon.ts';
import { parseSurname, splitFullName } from './name-parts.ts';
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
  const { tables } = lexicon;
  const parts = parseSurname(person.particle, person.surname, tables);
  const given = person.givenNames === '' ? parts.strayGivenNames : person.givenNames;
  const givenNames = lexicon.guestGivenNames(given, person.initials);
  const names: EntryName[] = [{ surname: lexicon.guestSurname(parts), givenNames, isAlias: false }];
  for (const alias of person.aliases.slice(0, MAX_ALIASES)) {
    const split = splitFullName(alias, tables);
    const surname = lexicon.guestSurname(parseSurname('', split.surname, tables));
    if (surname.core === null) continue;
    const own = split.givenNames === '' ? givenNames : lexicon.guestGivenNames(split.givenNames, '');
    names.push({ surname, givenNames: own, isAlias: true });
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
