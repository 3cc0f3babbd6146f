import { addMonths, earliestDay, latestDay } from './calendar-date.ts';
import type { PartialDate } from './partial-date.ts';

/**
 * Age in whole years on the day of an act, 0–150; null when the year of birth or of the act is unknown, or the two
 * contradict each other. Where a day or month is missing the oldest possible age counts, because only certain youth
 * may lower a rating. Somebody born on 29 February is a year older on 28 February of a year that has no 29th.
 * For an act that lasted, pass its last day.
 */
export function ageInYears(birthDate: PartialDate, actDate: PartialDate | null): number | null {
  if (actDate === null || birthDate.year === null || actDate.year === null) return null;
  const [born, act] = [earliestDay(birthDate), latestDay(actDate)];
  const years = actDate.year - birthDate.year;
  const age = addMonths(born, years * 12) <= act ? years : years - 1;
  return age < 0 || age > 150 ? null : age;
}
