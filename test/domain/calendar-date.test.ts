import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageInYears } from '../../src/domain/age.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  earliestDay,
  FIRST_DAY,
  LAST_DAY,
  latestDay,
  parseCalendarDate,
} from '../../src/domain/calendar-date.ts';
import { parsePartialDate, UNKNOWN_DATE } from '../../src/domain/partial-date.ts';

fc.configureGlobal({ seed: 20261123 });

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
};
const partial = (text: string) => parsePartialDate(text) ?? UNKNOWN_DATE;
const anyDay = fc.integer({ min: 0, max: 3_000_000 }).map((days) => addDays(FIRST_DAY, days));

describe('a calendar day', () => {
  test.each(['2026-02-30', '2026-11-00', '2026-00-00', '0000-00-00', '26-11-23', '2026-11-23 ', ''])(
    'is not %p',
    (text) => {
      expect(parseCalendarDate(text)).toBeNull();
    },
  );

  test.each([
    ['2026-11-23', '2026-11-23', '2026-11-23'],
    ['2026-11-00', '2026-11-01', '2026-11-30'],
    ['2024-02-00', '2024-02-01', '2024-02-29'],
    ['2026-12-00', '2026-12-01', '2026-12-31'],
    ['2026-00-00', '2026-01-01', '2026-12-31'],
    ['9999-00-00', '9999-01-01', LAST_DAY],
    ['0000-00-00', FIRST_DAY, LAST_DAY],
  ])('%s lies between %s and %s', (text, first, last) => {
    expect([earliestDay(partial(text)), latestDay(partial(text))]).toEqual([first, last]);
  });

  test.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-23', -12, '2025-11-23'],
    ['2026-03-31', -1, '2026-02-28'],
    ['9999-06-01', 12, LAST_DAY],
    ['0001-06-01', -12, FIRST_DAY],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  test('days and the distance between them are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400_000, max: 400_000 }), (from, days) => {
        const moved = addDays(from, days);
        fc.pre(moved !== FIRST_DAY && moved !== LAST_DAY);
        expect(daysBetween(from, moved)).toBe(days);
      }),
    );
  });

  test('sorting as text is sorting in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });
});

describe('age at an act', () => {
  test.each([
    ['2000-05-10', '2018-05-09', 17],
    ['2000-05-10', '2018-05-10', 18],
    ['2000-02-29', '2018-02-28', 18],
    ['2000-02-29', '2018-02-27', 17],
    ['2000-05-00', '2018-05-01', 18],
    ['2000-00-00', '2018-01-01', 18],
    ['2000-05-10', '2018-05-00', 18],
    ['2000-05-10', '2018-04-00', 17],
    ['2000-05-10', '2018-00-00', 18],
    ['0000-00-00', '2018-05-10', null],
    ['2000-05-10', '0000-00-00', null],
    ['2000-05-10', '1999-05-10', null],
    ['1800-05-10', '2018-05-10', null],
  ])('born %s, acted %s: %p', (born, acted, expected) => {
    expect(ageInYears(partial(born), partial(acted))).toBe(expected);
  });

  test('is unknown without a date of the act', () => {
    expect(ageInYears(partial('2000-05-10'), null)).toBeNull();
  });

  test('of a partly known birth date is never lower than of any full date it can be', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
        (born) => {
          const full = partial(born.toISOString().slice(0, 10));
          const acted = partial('2026-11-23');
          const known = ageInYears(full, acted) ?? 0;
          expect(ageInYears({ ...full, day: null }, acted)).toBeGreaterThanOrEqual(known);
          expect(ageInYears({ ...full, month: null, day: null }, acted)).toBeGreaterThanOrEqual(known);
        },
      ),
    );
  });
});
