import { TZDate } from '@date-fns/tz';
import { addDays, endOfDay, isWeekend } from 'date-fns';
import { asEpochMs, type EpochMs } from '../domain/ids.ts';
import type { RatingLevel } from '../domain/rating.ts';
import { isHoliday } from './holidays.ts';

/** Where the reviewers' calendar and clock hang. */
const TIME_ZONE = 'Europe/Amsterdam';

/**
 * Working days within which a task is to be closed, by rating (review rules, "States and rules" 3). A task that was
 * re-rated to `none` still needs a person to close it and gets the longest term. Chosen by the organisation, not by law.
 */
const WORKING_DAYS_TO_CLOSE: Readonly<Record<RatingLevel, number>> = { high: 1, medium: 5, low: 15, none: 15 };

/** Whether a moment falls, in Amsterdam, on a day that is no Saturday, Sunday or holiday. */
export function isWorkingDay(at: EpochMs): boolean {
  const day = new TZDate(at, TIME_ZONE);
  return !isWeekend(day) && !isHoliday({ year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() });
}

/**
 * The last millisecond, Amsterdam time, of the last day on which a task of this rating is in time. The day of `from`
 * itself does not count, as in a term of law: who gets a task at five to five has the whole next working day.
 */
export function dueAt(level: RatingLevel, from: EpochMs): EpochMs {
  let day = new TZDate(from, TIME_ZONE);
  let left = WORKING_DAYS_TO_CLOSE[level];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(asEpochMs(day.getTime()))) left -= 1;
  }
  return asEpochMs(endOfDay(day).getTime());
}
