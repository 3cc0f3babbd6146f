import { addDays, type CalendarDate } from '../domain/calendar-date.ts';

/** How many entries came on one day, against the same weekday in earlier weeks. */
export interface VolumeFigures {
  readonly day: CalendarDate;
  readonly entries: number;
  /** Entries on the same weekday in earlier weeks, holidays left out. */
  readonly earlier: readonly number[];
}

/** What came in by day; a day without anything is left out. */
export type EntriesByDay = ReadonlyMap<CalendarDate, number>;

/** How far back the same weekday is looked at. Long enough for the median, short enough to follow a change. Chosen. */
export const WEEKS_COMPARED = 8;
/** Fewer earlier days say too little about what is usual. */
const FEWEST_DAYS = 4;
/** A day this many spreads under the median is low: for a normal spread about one day in 700. Chosen, not measured. */
const SPREADS = 3;
/** The spread is never taken for less than this share of the median: weeks differ more than chance alone would make them. */
const LEAST_RELATIVE_SPREAD = 0.1;
/** Makes the median absolute deviation comparable to a standard deviation under a normal distribution. */
const MAD_TO_STANDARD_DEVIATION = 1.4826;

/**
 * The figures of a day that has ended; null when it is a holiday. Days before the first that anything came on are no
 * history: they would make silence usual.
 */
export function volumeOn(
  day: CalendarDate,
  byDay: EntriesByDay,
  firstDay: CalendarDate,
  isHoliday: (day: CalendarDate) => boolean,
): VolumeFigures | null {
  if (isHoliday(day)) return null;
  const weekdays = Array.from({ length: WEEKS_COMPARED }, (_, week) => addDays(day, -7 * (week + 1)));
  const earlier = weekdays
    .filter((weekday) => weekday >= firstDay && !isHoliday(weekday))
    .map((weekday) => byDay.get(weekday) ?? 0);
  return { day, entries: byDay.get(day) ?? 0, earlier };
}

/**
 * Whether fewer entries came than the band for that weekday. Median and median deviation, because one flood after an
 * outage must not make every ordinary week look low.
 */
export function isVolumeLow({ entries, earlier }: Pick<VolumeFigures, 'entries' | 'earlier'>): boolean {
  if (earlier.length < FEWEST_DAYS) return false;
  const usual = median(earlier);
  const deviation = MAD_TO_STANDARD_DEVIATION * median(earlier.map((count) => Math.abs(count - usual)));
  const spread = Math.max(deviation, Math.sqrt(usual), LEAST_RELATIVE_SPREAD * usual);
  return entries < usual - SPREADS * spread;
}

/** Of one or more figures. */
function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
