import { TZDate } from '@date-fns/tz';
// One file each: the package's index loads all of its two hundred functions, which costs a second at every start.
import { endOfDay } from 'date-fns/endOfDay';
import { format } from 'date-fns/format';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { asEpochMs, type EpochMs } from '../domain/ids.ts';

/** Where the reviewers' calendar and clock hang. */
const TIME_ZONE = 'Europe/Amsterdam';

/** The day that it is in the Netherlands at a moment. */
export function dutchDay(at: EpochMs): CalendarDate {
  return format(new TZDate(at, TIME_ZONE), 'yyyy-MM-dd') as CalendarDate;
}

/** The last millisecond of a day in the Netherlands. */
export function endOfDutchDay(day: CalendarDate): EpochMs {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return asEpochMs(endOfDay(new TZDate(year, month - 1, date, TIME_ZONE)).getTime());
}
