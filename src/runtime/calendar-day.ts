import type { CalendarDate } from '../domain/calendar-date.ts';
import type { EpochMs } from '../domain/ids.ts';

/** The Swedish notation happens to be `YYYY-MM-DD`. */
const DAY_IN_THE_NETHERLANDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** Which day it is in the Netherlands at a moment: a basis begins and somebody leaves at midnight there, not in UTC. */
export function calendarDay(at: EpochMs): CalendarDate {
  return DAY_IN_THE_NETHERLANDS.format(at) as CalendarDate;
}
