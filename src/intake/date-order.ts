import type { PartialDate } from '../domain/partial-date.ts';

/** Whether a period surely ends before it starts; parts that one side does not know decide nothing. */
export function endsBeforeStart(from: PartialDate | null, until: PartialDate | null): boolean {
  if (from === null || until === null || from.year === null || until.year === null) return false;
  if (from.year !== until.year) return until.year < from.year;
  if (from.month === null || until.month === null) return false;
  if (from.month !== until.month) return until.month < from.month;
  return from.day !== null && until.day !== null && until.day < from.day;
}
