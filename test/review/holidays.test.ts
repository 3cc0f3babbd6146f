import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { isHoliday } from '../../src/review/holidays.ts';

/** Every holiday of a year, in order. Sundays that are holidays in church but not in the law are not named. */
const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  // Easter 5 April; King's Day on a Monday.
  '2026': ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26'],
  // Easter 28 March: Good Friday and Easter Monday on both sides of the change to summer time.
  '2027': ['01-01', '03-26', '03-29', '04-27', '05-05', '05-06', '05-17', '12-25', '12-26'],
  // 27 April is a Sunday, so King's Day is on the 26th.
  '2031': ['01-01', '04-11', '04-14', '04-26', '05-05', '05-22', '06-02', '12-25', '12-26'],
  // The latest Easter there is, 25 April: Easter Monday is 26 April.
  '2038': ['01-01', '04-23', '04-26', '04-27', '05-05', '06-03', '06-14', '12-25', '12-26'],
  // Ascension Day on Liberation Day.
  '2016': ['01-01', '03-25', '03-28', '04-27', '05-05', '05-16', '12-25', '12-26'],
  // A leap year that ends a century.
  '2000': ['01-01', '04-21', '04-24', '04-27', '05-05', '06-01', '06-12', '12-25', '12-26'],
};

describe('Dutch public holidays', () => {
  test.each(Object.entries(HOLIDAYS))('%s has exactly these', (year, expected) => {
    const found: string[] = [];
    for (let at = Date.UTC(Number(year), 0, 1); at < Date.UTC(Number(year) + 1, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10) as CalendarDate;
      if (isHoliday(day)) found.push(day.slice(5));
    }
    expect(found).toEqual(expected);
  });
});

/** By another reckoning (Oudin 1940): the earliest Easter, years in which the moon is moved by a week, other centuries. */
test.each([
  ['1818-03-20', '1818-03-23', '1818-03-24'],
  ['1954-04-16', '1954-04-19', '1954-04-20'],
  ['2049-04-16', '2049-04-19', '2049-04-20'],
  ['2076-04-17', '2076-04-20', '2076-04-21'],
  ['2100-03-26', '2100-03-29', '2100-03-30'],
  ['2204-04-20', '2204-04-23', '2204-04-24'],
  ['2285-03-20', '2285-03-23', '2285-03-24'],
  ['2399-03-26', '2399-03-29', '2399-03-30'],
])('Good Friday is %s, Easter Monday %s, and %s a day like any other', (friday, monday, tuesday) => {
  expect([friday, monday, tuesday].map((day) => isHoliday(day as CalendarDate))).toEqual([true, true, false]);
});
