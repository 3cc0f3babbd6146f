import type { PartialDate } from './partial-date.ts';
import type { Rating } from './rating.ts';

/** Gravest first. T1 the core of the work, T2 and T3 other crimes, T4 listed and T5 other minor offences. */
export const TIERS = ['T1', 'T2', 'T3', 'T4', 'T5'] as const;
export type Tier = (typeof TIERS)[number];

/** How a fact stands in law: D1 open … D4 discretionary dismissal, D5 technical dismissal or acquittal, D6 never happened. */
export const DISPOSALS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const;
export type Disposal = (typeof DISPOSALS)[number];

/** The words that may be used of somebody in a fact. Only `convicted` and `penalised` may ever be read as "did it". */
export const FACT_STATUSES = [
  'suspect',
  'dismissed',
  'transaction_offered',
  'transaction_paid',
  'penal_order_open',
  'penalised',
  'convicted_not_final',
  'convicted',
  'guilty_without_penalty_not_final',
  'guilty_without_penalty',
  'acquitted_not_final',
  'acquitted',
  'discharged_not_final',
  'discharged',
  'annulled',
] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Which date a fact's age counts from. */
export const REFERENCE_DATES = ['first_verdict', 'penal_order', 'transaction', 'dismissal', 'act', 'unknown'] as const;
export type ReferenceDateKind = (typeof REFERENCE_DATES)[number];

/** `misdrijf` and `overtreding`: crime and minor offence, a difference in Dutch law. */
export type OffenceKind = 'misdrijf' | 'overtreding';

/** The offence as the catalogue names it. */
export interface OffenceSummary {
  /** "Sr 272", "OW 10 lid 3". */
  readonly reference: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly category: string;
  readonly kind: OffenceKind;
}

/** What the law asks of an offence before it is shown. `kind` null: the catalogue does not know it. */
export interface ShownFact {
  readonly kind: OffenceKind | null;
  readonly disposal: Disposal;
  readonly referenceDate: PartialDate | null;
}

/** One fact's rating and everything a reviewer needs to judge it (review rules, "B"). Holds nothing of the person. */
export interface FactRating {
  readonly factNumber: number;
  readonly rating: Rating;
  /** Null when the catalogue does not know the article at the date of the act. */
  readonly offence: OffenceSummary | null;
  readonly tier: Tier | null;
  readonly disposal: Disposal;
  /** After attempt, complicity and aggravation; rounded down. Null when the offence is unknown. */
  readonly maxPenaltyMonths: number | null;
  readonly status: FactStatus;
  /** Two digits, when the status is `dismissed`; null elsewhere or when not given. */
  readonly dismissalCode: string | null;
  readonly irrevocable: boolean;
  readonly referenceDate: PartialDate | null;
  readonly referenceDateKind: ReferenceDateKind;
  /** Younger than 18 at the act, for certain. */
  readonly minorAtAct: boolean;
  /** Content that may not be kept (D6). */
  readonly erase: boolean;
  /** An open task on this fact may be closed; a person confirms (D5). */
  readonly proposeClose: boolean;
}

/** Every reason a rating may give, in the order in which they can occur. Parameters are named in `src/texts/relevance.ts`. */
export const RELEVANCE_REASONS = [
  'OFFENCE',
  'CLASSIFICATION_NEEDED',
  'ACT_DATE_UNCERTAIN',
  'ATTEMPT',
  'PREPARATION',
  'PARTICIPATION',
  'COMPLICITY',
  'AGGRAVATION',
  'TIER',
  'DISMISSAL_CODE_UNKNOWN',
  'VERDICT_OUTCOME_MISSING',
  'APPEAL_PENDING',
  'DISPOSAL',
  'CLASS_INCREASED_RISK',
  'CLASS_STANDARD',
  'CELL',
  'REFERENCE_DATE_UNKNOWN',
  'DETENTION_ADDED',
  'AGED',
  'AGED_BEYOND',
  'AGED_UNLIMITED',
  'AGED_SEVERE',
  'MINOR',
  'YOUNG_ADULT',
  'OFFICE',
  'SERIES',
  'PARTNER_CONTEXT',
  'PARTNER_OUTSIDE',
  'ERASE',
  'SELF_REPORTED',
  'PROPOSE_CLOSE',
  'NO_FACTS',
] as const;
export type RelevanceReason = (typeof RELEVANCE_REASONS)[number];

/** The texts of the two files in `src/relevance/data`, as read. */
export interface RelevanceTables {
  /** `offences.csv` */
  readonly offences: string;
  /** `policy.json` */
  readonly policy: string;
}
