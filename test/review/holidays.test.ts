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
