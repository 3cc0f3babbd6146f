import { describe, expect, test } from '@jest/globals';
import { isVolumeLow, volumeOn } from '../../src/alarms/volume.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { isHoliday } from '../../src/review/holidays.ts';

/** What came on the same weekday in earlier weeks, what came today, and whether that is too few. */
const TABLE: readonly (readonly [earlier: readonly number[], entries: number, low: boolean])[] = [
  // An ordinary week is within 30 % of the usual.
  [[5000, 5100, 4900, 5050, 4980], 4900, false],
  [[5000, 5100, 4900, 5050, 4980], 3600, false],
  [[5000, 5100, 4900, 5050, 4980], 3400, true],
  [[5000, 5100, 4900, 5050, 4980], 0, true],
  // More is never too few.
  [[5000, 5100, 4900, 5050, 4980], 60_000, false],
  // A flood after an outage, and the outage itself, do not move what is usual.
  [[5000, 0, 30_000, 5050, 4980], 4500, false],
  [[5000, 0, 30_000, 5050, 4980], 100, true],
  // Weeks that differ widely allow for more.
  [[2000, 4000, 6000, 8000], 3000, false],
  // Few entries by nature: silence is within chance.
  [[3, 5, 4, 4], 0, false],
  [[100, 100, 100, 100], 65, true],
  // Sundays without any.
  [[0, 0, 0, 0], 0, false],
  // Too little known of what is usual.
  [[5000, 5000, 5000], 0, false],
  [[], 0, false],
];

test.each(TABLE)('after %j, %i: %s', (earlier, entries, low) => {
  expect(isVolumeLow({ earlier, entries })).toBe(low);
});

describe('the same weekday in earlier weeks', () => {
  const day = (text: string) => text as CalendarDate;
  const byDay = new Map([
    [day('2026-05-11'), 70],
    [day('2026-05-04'), 60],
    // A Tuesday says nothing of Mondays.
    [day('2026-05-05'), 9000],
    // Easter Monday.
    [day('2026-04-06'), 1],
    [day('2026-03-30'), 20],
  ]);

  test('are the eight before it, holidays left out, and a day without anything is zero', () => {
    expect(volumeOn(day('2026-05-18'), byDay, day('2020-01-01'), isHoliday)).toEqual({
      day: '2026-05-18',
      entries: 0,
      // 27 April is King's Day.
      earlier: [70, 60, 0, 0, 20, 0],
    });
  });

  test('are no history before the first day', () => {
    expect(volumeOn(day('2026-05-11'), byDay, day('2026-05-01'), isHoliday)).toMatchObject({
      entries: 70,
      earlier: [60],
    });
  });

  test('of a holiday nothing is said', () => {
    expect(volumeOn(day('2026-04-06'), byDay, day('2020-01-01'), isHoliday)).toBeNull();
  });
});
