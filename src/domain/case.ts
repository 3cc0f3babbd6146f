import type { CaseNumber } from './ids.ts';
import type { PartialDate } from './partial-date.ts';

/** A provision of law as named in a fact, in wire order. Empty string = not given. */
export interface Provision {
  /** Law code as the source writes it: `Sr`, `WVW`, `OW`, `WWM`, `WED`, … */
  readonly law: string;
  readonly article: string;
  readonly paragraph: string;
  readonly subparagraph: string;
}

/** Wire: dagvaarding, sepot, transactie, strafbeschikking, vonnis, hoger_beroep, vernietiging, executie. */
export type DecisionKind =
  | 'summons'
  | 'dismissal'
  | 'transaction'
  | 'penal_order'
  | 'verdict'
  | 'appeal'
  | 'annulment'
  | 'execution';

/** Wire: veroordeling, vrijspraak, ovar, schuldigverklaring_zonder_straf. */
export type VerdictOutcome = 'conviction' | 'acquittal' | 'discharge' | 'guilty_without_penalty';

/** Wire: gevangenisstraf, hechtenis, jeugddetentie, taakstraf, geldboete, ontzegging, ontzetting, maatregel, overig. */
export type PenaltyKind =
  | 'imprisonment'
  | 'detention'
  | 'youth_detention'
  | 'community_service'
  | 'fine'
  | 'driving_ban'
  | 'disqualification'
  | 'measure'
  | 'other';

/** Wire: dag, maand, jaar, uur. */
export type DurationUnit = 'day' | 'month' | 'year' | 'hour';

export interface Penalty {
  readonly kind: PenaltyKind;
  readonly duration: number | null;
  readonly unit: DurationUnit | null;
  /** Suspended (voorwaardelijk). */
  readonly suspended: boolean;
  readonly amountCents: number | null;
}

export interface Decision {
  readonly kind: DecisionKind;
  /** Only for a verdict; null elsewhere or when the source does not say. */
  readonly outcome: VerdictOutcome | null;
  readonly authority: string;
  /** 1 = first instance, 2 = appeal, 3 = cassation. Null when not given. */
  readonly instance: number | null;
  readonly date: PartialDate | null;
  readonly irrevocableDate: PartialDate | null;
  /** Dismissal (sepot) code, two digits as text: "01" … "99". Null when not a dismissal or not given. */
  readonly dismissalCode: string | null;
  readonly conditions: string | null;
  /** Transaction and conditional dismissal: whether complied with; null = not said. */
  readonly compliedWith: boolean | null;
  readonly penalties: readonly Penalty[];
}

export interface DetentionPeriod {
  readonly from: PartialDate;
  readonly until: PartialDate | null;
}

/** One offence in a case. A fact without decisions is an open case. */
export interface Fact {
  /** `feitnummer`, 1 or more, unique within the case. */
  readonly factNumber: number;
  readonly provisions: readonly Provision[];
  readonly qualification: string;
  readonly classification: string | null;
  /** Date of the act, or the first day of a period. */
  readonly actDate: PartialDate | null;
  readonly actDateUntil: PartialDate | null;
  readonly decisions: readonly Decision[];
  readonly detention: readonly DetentionPeriod[];
}

/** All that is known under one parketnummer, as one message gives it. */
export interface CaseContent {
  readonly caseNumber: CaseNumber;
  readonly facts: readonly Fact[];
}
