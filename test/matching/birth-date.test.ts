import { describe, expect, test } from '@jest/globals';
import { compareBirthDate } from '../../matching/comparison/birth-date.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';

function level(a: string, b: string): string | undefined {
  const [y1 = 0, m1 = 0, d1 = 0] = a.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = b.split('-').map(Number);
  return MATCH_LEVELS.birth_date[compareBirthDate(y1, m1, d1, y2, m2, d2)];
}

describe('birth date levels', () => {
  test.each([
    ['1984-03-12', '1984-03-12', 'exact'],
    ['1984-01-01', '1984-01-01', 'exact_assigned'],
    ['1984-07-01', '1984-07-01', 'exact_assigned'],
    ['1984-03-00', '1984-03-12', 'day_unknown'],
    ['1984-00-00', '1984-03-12', 'year_only'],
    ['1984-01-01', '1984-03-12', 'year_only'],
    ['1984-12-03', '1984-03-12', 'day_month_swapped'],
    ['1984-03-22', '1984-03-12', 'day_one_digit'],
    ['1984-03-21', '1984-03-12', 'day_one_digit'],
    ['1984-03-30', '1984-03-12', 'day_differs'],
    ['1984-04-12', '1984-03-12', 'month_one_digit'],
    ['1984-08-12', '1984-03-12', 'month_one_digit'],
    ['1984-11-12', '1984-03-12', 'month_differs'],
    ['1985-03-12', '1984-03-12', 'year_adjacent'],
    ['1994-03-12', '1984-03-12', 'year_one_digit'],
    ['1948-03-12', '1984-03-12', 'year_one_digit'],
    ['2084-03-12', '1984-03-12', 'year_one_digit'],
    ['1957-03-12', '1984-03-12', 'year_differs'],
    ['1985-12-03', '1984-03-12', 'two_slips'],
    ['1948-12-03', '1984-03-12', 'two_slips'],
    ['1984-04-13', '1984-03-12', 'two_slips'],
    ['1985-03-13', '1984-03-12', 'two_slips'],
    ['1985-04-12', '1984-03-12', 'two_slips'],
    ['1985-03-00', '1984-03-12', 'two_slips'],
    ['1984-04-22', '1984-03-12', 'near'],
    ['1985-03-22', '1984-03-12', 'near'],
    ['1994-03-13', '1984-03-12', 'near'],
    ['1985-00-00', '1984-03-12', 'near'],
    ['1994-03-00', '1984-03-12', 'near'],
    ['1984-05-27', '1984-03-10', 'year_agrees'],
    ['1957-05-27', '1984-03-12', 'different'],
    ['0000-00-00', '1984-03-12', 'missing'],
  ])('%s against %s is %s, whichever side it stands on', (a, b, expected) => {
    expect(level(a, b)).toBe(expected);
    expect(level(b, a)).toBe(expected);
  });
});
