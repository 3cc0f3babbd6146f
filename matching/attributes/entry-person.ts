import type { PersonIdentity, Sex } from '../../src/domain/person.ts';
import { type BsnAttribute, bsnAttribute } from './bsn.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from './lexicon.ts';
import { parseSurname, splitFullName } from './name-parts.ts';
import type { PlaceAttribute, PlaceTables } from './places.ts';

/** One name that an entry gives for its person. */
export interface EntryName {
  readonly surname: SurnameAttribute;
  readonly givenNames: GivenNamesAttribute;
  /** How the name comes out of the entry: as its main name, an alias, or with fields taken as swapped. */
  readonly source: 'main' | 'alias' | 'swapped';
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

/**
 * The name with its fields taken the other way round: given names and surname exchanged, or the whole name in the
 * surname's field. Null when a field is empty that would be needed.
 */
function swappedName(person: PersonIdentity, lexicon: Lexicon): EntryName | null {
  const { tables } = lexicon;
  if (person.givenNames !== '') {
    const surname = lexicon.guestSurname(parseSurname('', person.givenNames, tables));
    const givenNames = lexicon.guestGivenNames(person.surname, '');
    return surname.core === null ? null : { surname, givenNames, source: 'swapped' };
  }
  if (person.initials !== '' || !person.surname.includes(' ') || person.surname.includes(',')) return null;
  const split = splitFullName(person.surname, tables);
  const surname = lexicon.guestSurname(parseSurname(person.particle, split.surname, tables));
  if (surname.core === null) return null;
  return { surname, givenNames: lexicon.guestGivenNames(split.givenNames, ''), source: 'swapped' };
}

export function entryPerson(person: PersonIdentity, lexicon: Lexicon, places: PlaceTables): EntryPerson {
  const { tables } = lexicon;
  const parts = parseSurname(person.particle, person.surname, tables);
  const given = person.givenNames === '' ? parts.strayGivenNames : person.givenNames;
  const givenNames = lexicon.guestGivenNames(given, person.initials);
  const names: EntryName[] = [{ surname: lexicon.guestSurname(parts), givenNames, source: 'main' }];
  const swapped = swappedName(person, lexicon);
  if (swapped !== null) names.push(swapped);
  for (const alias of person.aliases.slice(0, MAX_ALIASES)) {
    const split = splitFullName(alias, tables);
    const surname = lexicon.guestSurname(parseSurname('', split.surname, tables));
    if (surname.core === null) continue;
    const own = split.givenNames === '' ? givenNames : lexicon.guestGivenNames(split.givenNames, '');
    names.push({ surname, givenNames: own, source: 'alias' });
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
