import type { Sex, SubjectIdentity } from '../../src/domain/person.ts';
import { type BsnAttribute, bsnAttribute, digitCodes } from './bsn.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from './lexicon.ts';
import { splitFullName } from './name-parts.ts';
import type { PlaceAttribute, PlaceTables } from './places.ts';

/** Which recorded form of a subject's name is meant. */
export type NameForm = 'birth_name' | 'partner_name' | 'double_name' | 'alias';

/** One recorded or derived form of a subject's name. */
export interface SubjectName {
  readonly surname: SurnameAttribute;
  readonly givenNames: GivenNamesAttribute;
  readonly form: NameForm;
}

/** A subject in comparable form. Parts of the date are 0 when unknown. */
export interface SubjectPerson {
  readonly names: readonly SubjectName[];
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly bsn: BsnAttribute;
  /** The BSN's digits as codes 1–10. */
  readonly bsnCodes: Uint8Array;
  readonly place: PlaceAttribute;
  readonly sex: Sex | null;
}

function full(particle: string, surname: string): string {
  return particle === '' ? surname : `${particle} ${surname}`;
}

/**
 * Every name that a subject may be known by, the birth name first. All forms are made whatever the registered name use
 * says: it is HR's record of a wish, and the source system holds the birth name, the used name or both.
 */
export function subjectPerson(identity: SubjectIdentity, lexicon: Lexicon, places: PlaceTables): SubjectPerson {
  const given = lexicon.keepGivenNames(identity.givenNames, identity.initials, identity.callName);
  const names: SubjectName[] = [];
  const add = (particle: string, surname: string, form: NameForm, givenNames = given): void => {
    const kept = lexicon.keepSurname(particle, surname);
    if (kept.core !== null || form === 'birth_name') names.push({ surname: kept, givenNames, form });
  };
  add(identity.particle, identity.surname, 'birth_name');
  if (identity.partnerSurname !== '') {
    const own = full(identity.particle, identity.surname);
    const partner = full(identity.partnerParticle, identity.partnerSurname);
    add(identity.partnerParticle, identity.partnerSurname, 'partner_name');
    add('', `${own}-${partner}`, 'double_name');
    add('', `${partner}-${own}`, 'double_name');
  }
  for (const alias of identity.aliases) {
    const split = splitFullName(alias, lexicon.tables);
    const aliasGiven =
      split.givenNames === '' ? given : lexicon.keepGivenNames(split.givenNames, '', identity.callName);
    add('', split.surname, 'alias', aliasGiven);
  }
  const bsn = bsnAttribute(identity.bsn);
  return {
    names,
    year: identity.birthDate.year ?? 0,
    month: identity.birthDate.month ?? 0,
    day: identity.birthDate.day ?? 0,
    bsn,
    bsnCodes: digitCodes(bsn.digits),
    place: places.place(identity.birthPlace, identity.birthCountry),
    sex: identity.sex,
  };
}
