import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../src/domain/account.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { ageClassOf, lastDays, mondayOf, statisticsSight } from '../../src/review/statistics.ts';

const SIGHTS: readonly (readonly [roles: readonly Role[], sees: readonly string[] | null])[] = [
  [['reviewer'], ['verdicts']],
  [['senior'], ['ratings', 'verdicts', 'rules']],
  [['auditor'], ['ratings', 'verdicts', 'rules']],
  [['operator'], ['ratings']],
  [['registrar'], null],
  // Another role must not show what a first answer to A is to be given without.
  [['reviewer', 'operator'], ['verdicts']],
  [['reviewer', 'registrar'], ['verdicts']],
];

describe('who sees which statistics', () => {
  test.each(SIGHTS)('%j: %j', (roles, sees) => {
    const sight = statisticsSight({ roles });
    const seen = sight === null ? null : Object.entries(sight).flatMap(([what, shown]) => (shown ? [what] : []));
    expect(seen).toEqual(sees);
  });
});

describe('days', () => {
  test('follow one another without a gap where the clock changes, and are then an hour shorter', () => {
    // On 28 March 2027 the clock goes forward.
    const days = lastDays(3, asEpochMs(Date.UTC(2027, 2, 29, 10)));
    expect(days.map(({ day }) => day)).toEqual(['2027-03-27', '2027-03-28', '2027-03-29']);
    expect(days.map(({ from, until }) => (until - from) / 3_600_000)).toEqual([24, 23, 24]);
    expect(days.slice(1).map(({ from }) => from)).toEqual(days.slice(0, -1).map(({ until }) => until));
  });

  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in the week of Monday %s', (day, monday) => {
    expect(mondayOf(day as never)).toBe(monday);
  });
});

test.each([
  [0, 'day'],
  [24, 'week'],
  [168, 'three_weeks'],
  [504, 'longer'],
] as const)('%i hours are of the class %s', (hours, age) => {
  expect(ageClassOf(hours)).toBe(age);
});
