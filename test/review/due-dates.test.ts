import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asEpochMs } from '../../src/domain/ids.ts';
import { RATING_LEVELS, type RatingLevel } from '../../src/domain/rating.ts';
import { dutchDay } from '../../src/review/calendar.ts';
import { dueAt, isWorkingDay } from '../../src/review/due-dates.ts';

const moment = (text: string) => asEpochMs(Date.parse(text));

/** A task that arrives at … with rating … is in time until the end of … (Amsterdam). */
const DUE: readonly (readonly [arrives: string, level: RatingLevel, until: string])[] = [
  ['2026-11-23T10:00:00+01:00', 'high', '2026-11-24T23:59:59.999+01:00'],
  ['2026-11-23T10:00:00+01:00', 'medium', '2026-11-30T23:59:59.999+01:00'],
  ['2026-11-23T10:00:00+01:00', 'low', '2026-12-14T23:59:59.999+01:00'],
  ['2026-11-23T10:00:00+01:00', 'none', '2026-12-14T23:59:59.999+01:00'],
  // Friday: the weekend does not count.
  ['2026-11-27T16:55:00+01:00', 'high', '2026-11-30T23:59:59.999+01:00'],
  // Thursday before Easter: Good Friday, the weekend and Easter Monday do not count.
  ['2026-04-02T09:00:00+02:00', 'high', '2026-04-07T23:59:59.999+02:00'],
  // Between King's Day and Liberation Day.
  ['2026-04-24T09:00:00+02:00', 'medium', '2026-05-04T23:59:59.999+02:00'],
  // Over Christmas, which falls on a Friday and a Saturday, and New Year.
  ['2026-12-24T12:00:00+01:00', 'medium', '2027-01-04T23:59:59.999+01:00'],
  // Half past midnight in Amsterdam is still yesterday in UTC: the Amsterdam day counts.
  ['2026-11-23T23:30:00Z', 'high', '2026-11-25T23:59:59.999+01:00'],
  // Over the change to winter time (25 October 2026) and to summer time (29 March 2026).
  ['2026-10-23T12:00:00+02:00', 'high', '2026-10-26T23:59:59.999+01:00'],
  ['2026-03-27T12:00:00+01:00', 'high', '2026-03-30T23:59:59.999+02:00'],
];

describe('due dates', () => {
  test.each(DUE)('%s %s: until %s', (arrives, level, until) => {
    expect(new Date(dueAt(level, moment(arrives))).toISOString()).toBe(new Date(until).toISOString());
  });

  test('every due date is a working day after the arrival, and a more serious rating is never due later', () => {
    const arrival = fc
      .integer({ min: Date.parse('2014-01-01'), max: Date.parse('2060-01-01') })
      .map((value) => asEpochMs(value));
    fc.assert(
      fc.property(arrival, (from) => {
        const due = RATING_LEVELS.map((level) => dueAt(level, from));
        expect(due.every((at) => at > from && isWorkingDay(dutchDay(at)))).toBe(true);
        expect(due).toEqual(due.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});
