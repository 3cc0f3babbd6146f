import type { PartialDate } from './partial-date.ts';

/** M or F as registered (wire: M, V); null when not given. Used only to tell people apart. */
export type Sex = 'M' | 'F';

/** What an entry says about who it concerns. Empty strings mean "not given"; nothing is normalised yet. */
export interface PersonIdentity {
  /** As written, trimmed; may fail the elfproef. Null when absent. */
  readonly bsn: string | null;
  readonly givenNames: string;
  readonly initials: string;
  /** `voorvoegsel`: "van der", "El", "d'". */
  readonly particle: string;
  readonly surname: string;
  readonly birthDate: PartialDate;
  /** Free text. With the country used to tell people apart and for nothing else (promise P11). */
  readonly birthPlace: string;
  readonly birthCountry: string;
  readonly sex: Sex | null;
  /** Further full names, each as written. */
  readonly aliases: readonly string[];
}

/** Own, partner, partner-own, own-partner (wire: E, P, V, N): which surname somebody uses. */
export type NameUse = 'own' | 'partner' | 'partner_own' | 'own_partner';

/** What the register says about who a subject is. */
export interface SubjectIdentity extends PersonIdentity {
  readonly callName: string;
  readonly partnerParticle: string;
  readonly partnerSurname: string;
  readonly nameUse: NameUse;
}
