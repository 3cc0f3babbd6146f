import type { Sex, SubjectIdentity } from '../../src/domain/person.ts';
import { type BsnAttribute, bsnAttribute } from './bsn.ts';
import type { GivenNamesAttribute, Lexicon, SurnameAttribute } from './lexicon.ts';
import { splitFullName } from './name-parts.ts';
import type { PlaceAttribute, PlaceTables } from './places.ts';

/** Which recorded form of a subject's name is meant. */
export type NameForm = 'birth_name' | 'partner_name' | 'alias';

/** One recorded form of a subject's name. */
export interface SubjectName {
  readonly surname: SurnameAttribute;
  readonly givenNames: GivenNamesAttribute;
  readonly form: NameForm;
}

/** A subject in comparable form. Parts of the date are 0 when unknown. */
export interface SubjectPerson {
  /** The birth name first, then the partner's name if there is one, then aliases. */
  readonly names: readonly SubjectName[];
  readonly hasPartnerName: boolean;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly bsn: BsnAttribute;
  readonly place: PlaceAttribute;
  readonly sex: Sex | null;
}

/**
 * Every name that a subject may be known by, the birth name first. Birth and partner name are both kept whatever the
 * registered name use says: that is HR's record of a wish, and the source system may hold either or both. The double
 * name of the two is made while comparing, for the few entries that can bear it.
 */
export function subjectPerson(identity: SubjectIdentity, lexicon: Lexicon, places: PlaceTables): SubjectPerson {
  const given = lexicon.keepGivenNames(identity.givenNames, identity.initials, identity.callName);
  const own = lexicon.keepSurname(identity.particle, identity.surname);
  const names: SubjectName[] = [{ surname: own, givenNames: given, form: 'birth_name' }];
  const partner =
    identity.partnerSurname === '' ? null : lexicon.keepSurname(identity.partnerParticle, identity.partnerSurname);
  const hasPartnerName = partner !== null && partner.core !== null;
  if (hasPartnerName) names.push({ surname: partner, givenNames: given, form: 'partner_name' });
  // A chain of names in the surname's field (namenreeks) holds the given names of an entry that parts them.
  const isChain = identity.givenNames === '' && identity.initials === '' && identity.surname.includes(' ');
  // An only name (as many Javanese and Afghans bear) stands in either field: among the given names it may be the surname.
  if (own.core === null && given.names.length === 1) {
    const surname = lexicon.keepSurname('', identity.givenNames);
    names.push({ surname, givenNames: lexicon.keepGivenNames('', given.initials, identity.callName), form: 'alias' });
  }
  for (const alias of isChain ? [identity.surname, ...identity.aliases] : identity.aliases) {
    const split = splitFullName(alias, lexicon.tables);
    const surname = lexicon.keepSurname('', split.surname);
    if (surname.core === null) continue;
    const { callName } = identity;
    const aliasGiven = split.givenNames === '' ? given : lexicon.keepGivenNames(split.givenNames, '', callName);
    names.push({ surname, givenNames: aliasGiven, form: 'alias' });
  }
  return {
    // A copy has no room to grow.
    names: names.slice(),
    hasPartnerName,
    year: identity.birthDate.year ?? 0,
    month: identity.birthDate.month ?? 0,
    day: identity.birthDate.day ?? 0,
    bsn: bsnAttribute(identity.bsn),
    place: places.place(identity.birthPlace, identity.birthCountry),
    sex: identity.sex,
  };
}
