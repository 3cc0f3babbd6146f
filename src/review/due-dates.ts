import { addDays, type CalendarDate } from '../domain/calendar-date.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { RatingLevel } from '../domain/rating.ts';
import { dutchDay, endOfDutchDay } from './calendar.ts';
import { isHoliday } from './holidays.ts';

/**
 * Working days within which a task is to be closed, by rating (review rules, "States and rules" 3). A task that was
 * re-rated to `none` still needs a person to close it and gets the longest term. Chosen by the organisation, not by law.
 */
const WORKING_DAYS_TO_CLOSE: Readonly<Record<RatingLevel, number>> = { high: 1, medium: 5, low: 15, none: 15 };

/** Whether a day is no Saturday, Sunday or holiday. */
export function isWorkingDay(day: CalendarDate): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/**
 * The last millisecond, Amsterdam time, of the last day on which a task of this rating is in time. The day of `from`
 * itself does not count, as in a term of law: who gets a task at five to five has the whole next working day.
 */
export function dueAt(level: RatingLevel, from: EpochMs): EpochMs {
  let day = dutchDay(from);
  let left = WORKING_DAYS_TO_CLOSE[level];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return endOfDutchDay(day);
}
