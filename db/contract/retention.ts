import type { Access } from '../../src/domain/access.ts';
import type { EpochMs, HoldId, TaskId } from '../../src/domain/ids.ts';
import type { RetentionKind } from '../../src/domain/retention.ts';

/** How much of one kind of data is over its term. */
export interface DueFigures {
  readonly kind: RetentionKind;
  readonly due: number;
  /** Of what would be due: kept under a legal order. */
  readonly held: number;
}

/** A recorded legal order to keep a task, and all it stands on, longer than the schedule says. */
export interface Hold {
  readonly holdId: HoldId;
  readonly taskId: TaskId;
  /** Where the order is found: court and number. */
  readonly orderReference: string;
  readonly reason: string;
  readonly recordedAt: EpochMs;
  readonly releasedAt: EpochMs | null;
  /** Empty while it stands. */
  readonly releaseReason: string;
}

export type NewHold = Pick<Hold, 'taskId' | 'orderReference' | 'reason'>;

/** How everything ends: by the schedule in `src/legal/retention-schedule.ts`. */
export interface RetentionStore {
  /** What is due on the day of `at`, for every kind of the schedule. */
  countDue(access: Access, at: EpochMs): Promise<readonly DueFigures[]>;
  /**
   * Erases at most `limit` things of one kind whose term is over, with their lines in the erasure ledger. Answers how
   * many; fewer than `limit` means that nothing is left, and then what was erased is gone from the files too: the
   * pages are overwritten and the write log is emptied.
   */
  eraseDue(access: Access, kind: RetentionKind, limit: number, at: EpochMs): Promise<number>;
  /** Throws `ScreeningError` ROLE_FORBIDS for an account that is no registrar, HOLD_REFUSED for what cannot be held. */
  placeHold(access: Access, hold: NewHold, at: EpochMs): Promise<HoldId>;
  /** What it kept is due again at once. Throws as `placeHold`, HOLD_REFUSED for a hold that does not stand. */
  releaseHold(access: Access, holdId: HoldId, reason: string, at: EpochMs): Promise<void>;
  /** Also those that were released, newest first. Throws ROLE_FORBIDS for an account that is no registrar or auditor. */
  listHolds(access: Access): Promise<readonly Hold[]>;
}
