import type { CalendarDate } from './calendar-date.ts';
import type { AccountId, BasisId, EpochMs } from './ids.ts';
import type { Regime, SubjectKind } from './subject.ts';

/** `continuous`: standing comparison of every delivery (Politiewet 48v). `one_off`: once, inside an inquiry (48s). */
export const BASIS_MODES = ['continuous', 'one_off'] as const;
export type BasisMode = (typeof BASIS_MODES)[number];

/**
 * `subscription`: the source sends only entries of the people it was given (48v lid 3–4).
 * `full_feed`: the source sends all entries; the comparison is made here.
 */
export const FEED_MODES = ['subscription', 'full_feed'] as const;
export type FeedMode = (typeof FEED_MODES)[number];

/**
 * What a later statute may demand before partners are compared continuously, as far as the register can show it.
 * A demand that is not in this list cannot be checked here, so a basis that makes it cannot be recorded.
 */
export const BASIS_CONDITIONS = ['principal_increased_risk', 'relation_partner', 'aged_18_or_over'] as const;
export type BasisCondition = (typeof BASIS_CONDITIONS)[number];

/** The act that a basis rests on, by its place in the Staatsblad, so that "later" can be decided. */
export interface Statute {
  /** As people call it, e.g. "Politiewet 2012". */
  readonly name: string;
  /** Year and number in the Staatsblad of the act that gave the power: 2020 and 412. */
  readonly gazetteYear: number;
  readonly gazetteNumber: number;
}

/** Who recorded or confirmed a basis: a registrar, or the set-up of an embedded default (fictitious bases only). */
export type Registrar = AccountId | 'set-up';

/** A record of the law that lets people of one kind be loaded, matched and shown. Only confirmed and ended, never edited. */
export interface LegalBasis {
  readonly basisId: BasisId;
  readonly statute: Statute;
  /** Bare article numbers: "48v", "48s". */
  readonly articles: readonly string[];
  readonly subjectKind: SubjectKind;
  readonly mode: BasisMode;
  /** The widest feed it allows; `full_feed` includes `subscription`. */
  readonly feedMode: FeedMode;
  /** The only organisation it covers, as the register writes it; null = everybody in the register. */
  readonly organisation: string | null;
  readonly regimes: readonly Regime[];
  /** First and last day in force; null = no end known. */
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /**
   * For how many days entries that concern nobody may be kept, sealed, to be compared with who joins late. Left out or
   * 0: not at all. Of staff in mode `continuous` only.
   */
  readonly keepUnmatchedDays?: number;
  /** Only for partners in mode `continuous`: what the later statute demands. All must hold. */
  readonly conditions: readonly BasisCondition[];
  /** Where the data-protection impact assessment is filed (Wjsg 7b, AVG 35). Blank = none, and then it covers nobody. */
  readonly dpiaReference: string;
  readonly recordedBy: Registrar;
  readonly recordedAt: EpochMs;
  /** Somebody else than `recordedBy`. Null = not confirmed yet, and then it covers nobody. */
  readonly confirmedBy: Registrar | null;
  readonly confirmedAt: EpochMs | null;
  /** Ended before its time; from that moment it covers nobody. */
  readonly endedAt: EpochMs | null;
  /** Made up for a demonstration; never to be taken for permission. */
  readonly fictitious: boolean;
}

/** A basis as a registrar writes it down. */
export type NewLegalBasis = Omit<LegalBasis, 'basisId' | 'recordedAt' | 'confirmedBy' | 'confirmedAt' | 'endedAt'>;
