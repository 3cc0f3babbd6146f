import type { CalendarDate } from './calendar-date.ts';
import type { AccountId, EpochMs } from './ids.ts';

/** One version of catalogue and policy, and the two people who put it in force. */
export interface PolicyRecord {
  /** `2026.1+0f3a…`: the number in `policy.json` and a fingerprint of both files. */
  readonly version: string;
  /** The first day on which it may count. */
  readonly inForceFrom: CalendarDate;
  /** `set-up`: the version that the installation began with. */
  readonly proposedBy: AccountId | 'set-up';
  readonly proposedAt: EpochMs;
  /** Null while only proposed: it counts for nothing then. */
  readonly confirmedBy: AccountId | 'set-up' | null;
  readonly confirmedAt: EpochMs | null;
}
