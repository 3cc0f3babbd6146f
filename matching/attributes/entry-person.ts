import type { PersonIdentity, Sex } from '../../src/domain/person.ts';
import { type BsnAttribute, bsnAttribute } from './bsn.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from './lexicon.ts';
import { parseSurname, type SurnameParts, splitFullName } from './name-parts.ts';
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
 * surname's field, with the surname last or, as in Vietnam and China, first. None when a field is empty that would be needed.
 */
function swappedNames({ surname, particle, givenNames, initials }: PersonIdentity, lexicon: Lexicon): EntryName[] {
  const names: EntryName[] = [];
  const add = (surnameParts: SurnameParts, given: string): void => {
    const swapped = lexicon.guestSurname(surnameParts);
    if (swapped.core === null) return;
    names.push({ surname: swapped, givenNames: lexicon.guestGivenNames(given, ''), source: 'swapped' });
  };
  const { tables } = lexicon;
  if (givenNames !== '') add(parseSurname('', givenNames, tables), surname);
  else if (initials === '' && surname.includes(' ') && !surname.includes(',')) {
    const split = splitFullName(surname, tables);
    add(parseSurname(particle, split.surname, tables), split.givenNames);
    const [first = '', ...rest] = surname.trim().split(/\s+/);
    add(parseSurname(particle, first, tables), rest.join(' '));
  }
  return names;
}

export function entryPerson(person: PersonIdentity, lexicon: Lexicon, places: PlaceTables): EntryPerson {
  const { tables } = lexicon;
  const parts = parseSurname(person.particle, person.surname, tables);
  const given = person.givenNames === '' ? parts.strayGivenNames : person.givenNames;
  const givenNames = lexicon.guestGivenNames(given, person.initials);
  const names: EntryName[] = [{ surname: lexicon.guestSurname(parts), givenNames, source: 'main' }];
  names.push(...swappedNames(person, lexicon));
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
