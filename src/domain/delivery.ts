import type { DeliveryId, DeliveryKey, EpochMs } from './ids.ts';

/** The sender that stands for planted test persons. No door of a real sender takes it. */
export const CANARY_SENDER = 'canary';

/** Of the sequence numbers that a sender skipped, the lowest are named, and no more than this: one typing error may skip billions. */
export const MAX_MISSING_NAMED = 100;

/** The header of a delivery: in NDJSON its first line, in XML the attributes of the root. */
export interface DeliveryHeader {
  readonly deliveryId: DeliveryId;
  /** `afzender`; see `CANARY_SENDER`. Matches `[A-Za-z0-9._-]{1,32}`. */
  readonly sender: string;
  /** `volgnummer`: 1, 2, 3, … per sender; a gap raises an alarm. */
  readonly sequenceNumber: number;
  readonly createdAt: EpochMs;
  /** `aantal`: how many lines follow. */
  readonly entryCount: number;
  /** Lower-case hex, over the decompressed bytes after the header line. */
  readonly sha256: string;
}

/** A delivery by both its names: the random one for the database and the sender's, by which people look for it. */
export interface DeliveryRef {
  readonly deliveryKey: DeliveryKey;
  readonly deliveryId: DeliveryId;
}

/** A settled delivery of which lines were quarantined as they came, so that nothing was made of them. */
export interface QuarantinedDelivery extends DeliveryRef {
  /** Lines, 1 or more; those that could be read and yet not be screened (`POISON`) left out. */
  readonly quarantined: number;
  /** Lines of the whole delivery. */
  readonly entries: number;
}

/** `receiving`: rows are being stored; `screening`: finalised, not all lines have an outcome; the others are ends. */
export type DeliveryState = 'receiving' | 'screening' | 'settled' | 'refused';

/** The five ends of a line, in the order in which they are tested; what each means stands in the README. */
export const OUTCOMES = ['quarantined', 'superseded', 'withdrawn', 'tasked', 'cleared'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** What the ledger knows of one delivery, counted from its rows. */
export interface DeliveryStatus {
  readonly deliveryKey: DeliveryKey;
  readonly deliveryId: DeliveryId;
  readonly sender: string;
  readonly sequenceNumber: number;
  readonly state: DeliveryState;
  /** Lines stored, whether screened yet or not. */
  readonly received: number;
  readonly outcomes: OutcomeCounts;
  /** Why it was refused, or the failure it carries; a code of the error catalogue. */
  readonly code: string | null;
  readonly receivedAt: EpochMs;
  readonly finalisedAt: EpochMs | null;
  readonly settledAt: EpochMs | null;
}
