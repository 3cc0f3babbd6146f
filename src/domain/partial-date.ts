/**
 * A calendar date of which the day, the month and the day, or everything may be unknown, as the Dutch population
 * register writes them (`00` and `0000`). Never a `Date`: an unknown day must not become the first of the month.
 */
export interface PartialDate {
  /** 1–9999, or null when unknown; then month and day are null too. */
  readonly year: number | null;
  /** 1–12, or null when unknown; then day is null too. */
  readonly month: number | null;
  /** 1–31 and existing in that month, or null when unknown. */
  readonly day: number | null;
}

export const UNKNOWN_DATE: PartialDate = { year: null, month: null, day: null };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/**
 * Reads `YYYY-MM-DD`, where `00` stands for an unknown day or month and `0000-00-00` for nothing known.
 * Returns null for anything else: an impossible day, a known day in an unknown month, another notation.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year === 0) return month === 0 && day === 0 ? UNKNOWN_DATE : null;
  if (month === 0) return day === 0 ? { year, month: null, day: null } : null;
  if (month > 12 || day > daysIn(year, month)) return null;
  return { year, month, day: day === 0 ? null : day };
}

/** The inverse of `parsePartialDate`. */
export function formatPartialDate(date: PartialDate): string {
  const part = (value: number | null, width: number): string => String(value ?? 0).padStart(width, '0');
  return `${part(date.year, 4)}-${part(date.month, 2)}-${part(date.day, 2)}`;
}

/** Whether year, month and day are all known. */
export function isComplete(date: PartialDate): date is { year: number; month: number; day: number } {
  return date.year !== null && date.month !== null && date.day !== null;
}
