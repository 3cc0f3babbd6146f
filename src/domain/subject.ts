import { CANARY_SENDER } from './delivery.ts';
import type { PersonnelNumber, RegisterVersion, SubjectId } from './ids.ts';
import type { PartialDate } from './partial-date.ts';
import type { SubjectIdentity } from './person.ts';

export type SubjectKind = 'officer' | 'external' | 'partner';
/** Besluit screening art. 4: work with increased risk, or not (wire: verhoogd_risico, standaard). */
export type FunctionClass = 'increased_risk' | 'standard';
/** Screening regime (wire: BO, VOG, vertrouwensfunctie). Only BO is under continuous control (Politiewet 48v lid 5). */
export type Regime = 'BO' | 'VOG' | 'position_of_trust';

/** The officer whose partner a subject is, and under which inquiry the partner's data were given. */
export interface PartnerLink {
  readonly partnerOf: PersonnelNumber;
  readonly relation: string;
  readonly inquiry: string;
}

/** One row of the register as imported: everything HR says about one person. */
export interface RegisterRow {
  readonly personnelNumber: PersonnelNumber;
  readonly kind: SubjectKind;
  readonly identity: SubjectIdentity;
  readonly organisation: string;
  readonly unit: string;
  readonly position: string;
  readonly functionClass: FunctionClass;
  readonly regime: Regime;
  /** Both inclusive; null = not given. */
  readonly inServiceFrom: PartialDate | null;
  readonly inServiceUntil: PartialDate | null;
  readonly partnerLink: PartnerLink | null;
}

/**
 * Whether a subject is a test person planted to see that hits are found: the organisation that the register gives is
 * the name that is reserved for their sender. Never to be named to the source or shown to a reviewer; no register file
 * can bring them in.
 */
export function isPlanted({ organisation }: Pick<RegisterRow, 'organisation'>): boolean {
  return organisation.trim().toLowerCase() === CANARY_SENDER;
}

/** One version of a subject. `version` counts from 1 within the subject; a hit names the version it was made on. */
export interface Subject extends RegisterRow {
  readonly subjectId: SubjectId;
  readonly version: number;
  /** The register version at which this version came into force. */
  readonly registerVersion: RegisterVersion;
}
