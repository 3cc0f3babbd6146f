import type { Brand } from './brand.ts';
import { formatPartialDate, isComplete, type PartialDate, parsePartialDate } from './partial-date.ts';

/** A day that exists, `YYYY-MM-DD`, in the calendar of the Netherlands. Sorts as text. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

const DAY_MS = 86_400_000;
/** The last day that four digits can write; stands for "no end". */
export const LAST_DAY = '9999-12-31' as CalendarDate;
/** The first day that four digits can write; stands for "no beginning". */
export const FIRST_DAY = '0001-01-01' as CalendarDate;

/** Null unless the text is an existing day written `YYYY-MM-DD` with nothing unknown. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const date = parsePartialDate(text);
  return date !== null && isComplete(date) ? (text as CalendarDate) : null;
}

/** The first day that a partial date can be; `FIRST_DAY` when nothing is known. */
export function earliestDay(date: PartialDate): CalendarDate {
  if (date.year === null) return FIRST_DAY;
  return formatPartialDate({ year: date.year, month: date.month ?? 1, day: date.day ?? 1 }) as CalendarDate;
}

/** The last day that a partial date can be; `LAST_DAY` when nothing is known. */
export function latestDay(date: PartialDate): CalendarDate {
  if (date.year === null) return LAST_DAY;
  return dayWithin(date.year, date.month ?? 12, date.day ?? 31);
}

/** `date` moved by whole days, kept between `FIRST_DAY` and `LAST_DAY`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** `date` moved by whole months; a day that the month lacks becomes its last day. Kept in range as `addDays`. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const counted = year * 12 + (month - 1) + months;
  if (counted < 12) return FIRST_DAY;
  if (counted >= 120_000) return LAST_DAY;
  return dayWithin(Math.floor(counted / 12), (counted % 12) + 1, day);
}

/** Whole days from `from` to `until`; negative when `until` comes first. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return Math.round((toMs(until) - toMs(from)) / DAY_MS);
}

/** That day of the month, or the last one there is. */
function dayWithin(year: number, month: number, day: number): CalendarDate {
  const text = formatPartialDate({ year, month, day });
  return parseCalendarDate(text) ?? dayWithin(year, month, day - 1);
}

function toMs(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromMs(ms: number): CalendarDate {
  if (ms <= toMs(FIRST_DAY)) return FIRST_DAY;
  if (ms >= toMs(LAST_DAY)) return LAST_DAY;
  return new Date(ms).toISOString().slice(0, 10) as CalendarDate;
}
