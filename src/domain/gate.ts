import type { BasisId } from './ids.ts';

/** `load` at the import of a register, `match` at every comparison, `show` for every page or command. */
export const GATE_PERMISSIONS = ['load', 'match', 'show'] as const;
export type GatePermission = (typeof GATE_PERMISSIONS)[number];

/** What a subject lacked, most basic first. The G conditions are those of the partner gate (Politiewet 48q–48z). */
export const GATE_CONDITIONS = [
  /** No basis was ever recorded for this kind of subject and this mode. */
  'NO_BASIS',
  /** Recorded, but not confirmed by a second registrar. */
  'BASIS_UNCONFIRMED',
  'BASIS_NOT_IN_FORCE',
  'DPIA_MISSING',
  /** The basis names another organisation, or names one and the subject has none. */
  'ORGANISATION_NOT_COVERED',
  /** VOG or position of trust (48v lid 5), or a regime that the basis does not name. */
  'REGIME_EXCLUDED',
  'FEED_MODE_NOT_COVERED',
  'NOT_YET_IN_SERVICE',
  'LEFT_SERVICE',
  /** The officer or external a partner belongs to is unknown. */
  'PRINCIPAL_MISSING',
  /** The officer or external a partner belongs to may not be compared either. */
  'PRINCIPAL_OUT_OF_SCOPE',
  /** A continuous basis for partners that does not name an act later than Stb. 2020, 412 with conditions of its own. */
  'STATUTE_NOT_LATER',
  'CONDITION_NOT_MET',
  /** A confirmed one-off basis that names Stb. 2020, 412 art. 48s, from 1 January 2023. */
  'G1_BASIS',
  /** The principal has work with increased risk. */
  'G2_INCREASED_RISK',
  /** An open inquiry into this principal, its start notice sent. */
  'G3_OPEN_INQUIRY',
  /** The relation is one that 48s names. */
  'G4_RELATION',
  /** Purpose, necessity and investigator recorded, under the basis' own assessment. */
  'G5_PURPOSE',
  /** One comparison and no more. */
  'G6_ONE_OFF',
  /** The principal's regime is neither VOG nor position of trust. */
  'G7_REGIME',
  /** The inquiry has a last day, and it has not passed. */
  'G8_EXPIRY',
  /** Only to the investigator, and only crimes that still count. */
  'G9_SHOW',
] as const;
export type GateCondition = (typeof GATE_CONDITIONS)[number];

export type GateVerdict =
  | { readonly kind: 'allowed'; readonly basisId: BasisId }
  /** `condition`: the first that failed. */
  | { readonly kind: 'refused'; readonly condition: GateCondition };
