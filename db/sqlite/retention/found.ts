import type { EpochMs } from '../../../src/domain/ids.ts';
import type { RetentionKind } from '../../../src/domain/retention.ts';
import { lastStartDue } from '../../../src/legal/retention.ts';
import { endOfDutchDay } from '../../../src/review/calendar.ts';
import { calendarDay } from '../../../src/runtime/calendar-day.ts';
import type { Engine } from '../engine.ts';

/** Something that is kept and may be due; the schedule judges. */
export interface Found {
  /** When its term began, and when it was first stored. */
  readonly startedAt: EpochMs;
  readonly firstStoredAt: EpochMs;
  /** A legal order keeps it. */
  readonly held: boolean;
  /** Erases, pseudonymises or deletes it, inside the open transaction. */
  erase(): void;
}

/** Finds what may be due of one kind, the oldest first where there can be much of it. */
export type Finder = (engine: Engine, at: EpochMs) => Iterable<Found>;

/** The last moment at which a term can have begun that is over now. */
export function startedBefore(kind: RetentionKind, at: EpochMs): EpochMs {
  return endOfDutchDay(lastStartDue(kind, calendarDay(at)));
}
