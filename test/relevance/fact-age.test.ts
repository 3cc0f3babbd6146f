import { describe, expect, test } from '@jest/globals';
import { formatPartialDate } from '../../src/domain/partial-date.ts';
import { ageOfFact } from '../../src/relevance/fact-age.ts';
import { date, fact, POLICY, TODAY } from './cases.ts';

/** Category, act, decisions, reference date, what it is the date of. */
const CASES: readonly (readonly [string, string, string | null, readonly string[], string | null, string])[] = [
  ['nothing decided', 'vermogen', '2025-01-10', [], '2025-01-10', 'act'],
  ['summoned', 'vermogen', '2025-01-10', ['summons 2025-05-01'], '2025-01-10', 'act'],
  ['verdict', 'vermogen', '2025-01-10', ['verdict conviction 2025-06-01'], '2025-06-01', 'first_verdict'],
  [
    'the first verdict, not the appeal',
    'vermogen',
    '2025-01-10',
    ['verdict conviction 2026-06-01 instance=2', 'verdict conviction 2025-06-01 instance=1'],
    '2025-06-01',
    'first_verdict',
  ],
  [
    'verdict before penal order',
    'vermogen',
    '2025-01-10',
    ['penal_order 2025-03-01', 'verdict conviction 2025-06-01'],
    '2025-06-01',
    'first_verdict',
  ],
  ['penal order', 'vermogen', '2025-01-10', ['penal_order 2025-03-01'], '2025-03-01', 'penal_order'],
  ['transaction', 'vermogen', '2025-01-10', ['transaction 2025-03-01'], '2025-03-01', 'transaction'],
  ['dismissal', 'vermogen', '2025-01-10', ['dismissal 42 2025-03-01'], '2025-03-01', 'dismissal'],
  [
    'two years later to the day',
    'vermogen',
    '2023-01-10',
    ['verdict conviction 2025-01-10'],
    '2025-01-10',
    'first_verdict',
  ],
  ['a day more', 'vermogen', '2023-01-10', ['verdict conviction 2025-01-11'], '2023-01-10', 'act'],
  ['a day more, sexual', 'zeden', '2023-01-10', ['verdict conviction 2025-01-11'], '2025-01-11', 'first_verdict'],
  ['a day more, fraud', 'fraude', '2023-01-10', ['verdict conviction 2025-01-11'], '2025-01-11', 'first_verdict'],
  [
    'perhaps less than two years',
    'vermogen',
    '2023-00-00',
    ['verdict conviction 2025-06-01'],
    '2025-06-01',
    'first_verdict',
  ],
  ['verdict without a date', 'vermogen', '2025-01-10', ['verdict conviction'], '2025-01-10', 'act'],
  ['act unknown', 'vermogen', null, ['verdict conviction 2025-06-01'], '2025-06-01', 'first_verdict'],
  ['nothing known', 'vermogen', null, [], null, 'unknown'],
  ['nothing known but zeroes', 'vermogen', '0000-00-00', [], null, 'unknown'],
];

describe('from when a fact counts', () => {
  test.each(CASES)('%s', (_name, category, acted, decisions, expected, kind) => {
    const one = fact('Sr 310', decisions, { actDate: acted === null ? null : date(acted) });
    const age = ageOfFact(one, category, POLICY.table, TODAY);
    expect([age.date === null ? null : formatPartialDate(age.date), age.kind]).toEqual([expected, kind]);
  });

  /** Detention from–until, days that count (reference date 2024-06-01, today 2026-11-23). */
  test.each<readonly [string, string | null, number]>([
    ['2024-07-01', '2024-07-31', 30],
    ['2024-05-01', '2024-06-11', 10],
    ['2023-01-01', '2024-01-01', 0],
    ['2026-11-13', null, 10],
    ['2026-11-13', '2027-11-13', 10],
    ['2024-07-00', '2024-08-10', 10],
    ['2024-07-01', '2024-07-00', 0],
    ['2025-01-01', '2024-12-01', 0],
  ])('detention %s to %s adds %i days', (from, until, days) => {
    const one = fact('Sr 310', ['verdict conviction 2024-06-01'], {
      actDate: date('2024-05-01'),
      detention: [{ from: date(from), until: until === null ? null : date(until) }],
    });
    expect(ageOfFact(one, 'vermogen', POLICY.table, TODAY).detentionDays).toBe(days);
  });
});
