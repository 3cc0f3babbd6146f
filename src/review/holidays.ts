import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date.ts';

/**
 * Days from Easter Sunday on which nobody is expected to work: Good Friday, Easter Monday, Ascension Day, Whit Monday.
 * Algemene termijnenwet art. 3(1); Good Friday by art. 3(2).
 */
const DAYS_FROM_EASTER: readonly number[] = [-2, 1, 39, 50];

/**
 * `MM-DD`: New Year's Day, Liberation Day, Christmas and Boxing Day. Algemene termijnenwet art. 3(1), which counts
 * 5 May every year; that many employers give it off once in five years is a matter of their contracts.
 */
const FIXED_DAYS: readonly string[] = ['01-01', '05-05', '12-25', '12-26'];

/** Easter Sunday of a year from 1583 (anonymous Gregorian computus, Meeus 1991 ch. 8). */
function easterSunday(year: string): CalendarDate {
  return addDays(`${year}-03-22` as CalendarDate, daysFrom22March(Number(year)));
}

function daysFrom22March(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  return epact + weekday - 7 * shift;
}

/** The day on which the King's birthday is celebrated, as `MM-DD`: 27 April, or the day before when that is a Sunday. */
function kingsDay(year: string): string {
  return new Date(`${year}-04-27`).getUTCDay() === 0 ? '04-26' : '04-27';
}

/**
 * Whether a day is a generally recognised Dutch holiday, or equated with one by law (Algemene termijnenwet art. 3(1)
 * and (2); King's Day as celebrated since 2014). The extra days that a royal decree equates for some years
 * (art. 3(3)) do not count: leaving them out makes a task due a day early, never late.
 */
export function isHoliday(day: CalendarDate): boolean {
  const [year, monthDay] = [day.slice(0, 4), day.slice(5)];
  if (FIXED_DAYS.includes(monthDay) || monthDay === kingsDay(year)) return true;
  return DAYS_FROM_EASTER.includes(daysBetween(easterSunday(year), day));
}
