import type { Access } from '../../src/domain/access.ts';
import type { Alarm, AlarmToRaise } from '../../src/domain/alarm.ts';
import type { LegalBasis, NewLegalBasis } from '../../src/domain/basis.ts';
import type { OutcomeCounts } from '../../src/domain/delivery.ts';
import type { AccountId, AlarmId, BasisId, DeliveryId, DeliveryKey, EpochMs } from '../../src/domain/ids.ts';

/**
 * Records of the law that lets people be loaded, matched and shown. Never changed, only confirmed and ended, by
 * registrars: every change throws `ScreeningError` ROLE_FORBIDS for another account.
 */
export interface BasisStore {
  listBases(access: Access): Promise<readonly LegalBasis[]>;
  /** Throws ROLE_FORBIDS also for an account that records in the name of another. */
  recordBasis(access: Access, basis: NewLegalBasis, at: EpochMs): Promise<BasisId>;
  /** Throws BASIS_REFUSED when it is unknown, recorded by the same, or was confirmed or ended before. */
  confirmBasis(access: Access, basisId: BasisId, confirmedBy: AccountId | 'set-up', at: EpochMs): Promise<void>;
  /**
   * Ends a basis before its time, with all that follows at once: nobody is matched under it, the tasks that are not
   * closed about subjects whom no basis covers any more are withdrawn, and those subjects are marked for the next
   * retention run (`subjects.uncoveredSince`). Throws BASIS_REFUSED when it is unknown or was ended
   * before.
   */
  endBasis(access: Access, basisId: BasisId, at: EpochMs): Promise<{ readonly withdrawnTasks: number }>;
  /**
   * The same for subjects whose last day, or whose basis' last day, has passed; whom an inquiry let in whose last day
   * has passed leaves as if it had been closed. Answers how many were withdrawn.
   */
  withdrawUncovered(access: Access, at: EpochMs): Promise<number>;
}

/** Alarms are for operators: codes, ids and figures, nothing personal. */
export interface AlarmStore {
  /** One alarm per (code, about) is open at a time; raising it again only renews `lastSeenAt`. */
  raiseAlarm(access: Access, alarm: AlarmToRaise, at: EpochMs): Promise<AlarmId>;
  /** The cause is gone. False when none was open. */
  clearAlarm(access: Access, code: AlarmToRaise['code'], about: string, at: EpochMs): Promise<boolean>;
  /** False when it is unknown, acknowledged or cleared. */
  acknowledgeAlarm(access: Access, alarmId: AlarmId, reason: string, at: EpochMs): Promise<boolean>;
  listAlarms(access: Access, which: 'open' | 'all', limit: number): Promise<readonly Alarm[]>;
}

export interface Reconciliation {
  readonly deliveryKey: DeliveryKey;
  readonly deliveryId: DeliveryId;
  readonly sender: string;
  /** What the header said. */
  readonly declared: number;
  /** Rows there are, and rows that were deleted at the end of their term. */
  readonly received: number;
  /** Of these the deleted ones, which are counted and can no longer be proven. */
  readonly expired: number;
  readonly outcomes: OutcomeCounts;
  readonly unscreened: number;
  /** Rows that break a rule: a tasked line without case content, a cleared line with content, a task without a line. */
  readonly faults: readonly { readonly code: string; readonly count: number }[];
  /** declared = received = the sum of the outcomes, nothing unscreened, no fault. */
  readonly balanced: boolean;
}

export interface AuditVerdict {
  readonly rows: number;
  readonly ok: boolean;
  /** Hash of the last row, hex; what an anchor holds. Empty when there are no rows. */
  readonly head: string;
  /** The first row that does not follow from the one before it; null when all do. */
  readonly brokenAt: number | null;
  /** Whether a given anchor is the hash of some row; null when none was given. */
  readonly anchorFound: boolean | null;
  /** Rows that were deleted from the beginning at the end of their term; the chain goes on from the last of them. */
  readonly expired: number;
  /**
   * Where the log goes on after a backup was restored: that row, and the head of the log that it took the place of. An
   * anchor of that log is not found in this one.
   */
  readonly restores: readonly { readonly sequence: number; readonly at: EpochMs; readonly replacedHead: string }[];
}

/** A row of the audit log: internal ids, codes and counts. */
export interface AuditRow {
  readonly sequence: number;
  readonly at: EpochMs;
  /** `system:worker`, `account:<accountId>`. */
  readonly actor: string;
  readonly purpose: string;
  readonly action: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Proofs that walk the rows themselves. */
export interface ProofStore {
  reconcile(access: Access, deliveryKey: DeliveryKey | null): Promise<readonly Reconciliation[]>;
  verifyAudit(access: Access, anchor: string | null): Promise<AuditVerdict>;
  listAudit(access: Access, afterSequence: number, limit: number): Promise<readonly AuditRow[]>;
}
