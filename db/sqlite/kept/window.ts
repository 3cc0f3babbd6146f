import { asEpochMs, type EpochMs } from '../../../src/domain/ids.ts';
import { keepUnmatchedDays } from '../../../src/legal/unmatched.ts';
import { calendarDay } from '../../../src/runtime/calendar-day.ts';
import { allBases } from '../administration/stored-bases.ts';
import type { Engine } from '../engine.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Until when an entry that concerned nobody at a moment may be kept, by the law of another; null: not at all. */
export function keptUntil(engine: Engine, decidedAt: EpochMs, at: EpochMs): EpochMs | null {
  const days = keepUnmatchedDays(allBases(engine), calendarDay(at));
  return days === 0 ? null : asEpochMs(decidedAt + days * DAY_MS);
}
