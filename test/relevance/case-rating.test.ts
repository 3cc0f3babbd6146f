import { describe, expect, test } from '@jest/globals';
import { comparePolicies } from '../../src/relevance/compare.ts';
import { requirePolicy } from '../../src/relevance/policy.ts';
import { factRatings, rate } from '../../src/relevance/rate.ts';
import { hasNewSubstance } from '../../src/relevance/substance.ts';
import { date, fact, input, POLICY, TABLES } from './cases.ts';

const theft = fact('Sr 310', [], { factNumber: 1 });
const bribery = fact('Sr 363', [], { factNumber: 2 });
const unknown = fact('Sr 999', [], { factNumber: 3 });

describe('a case', () => {
  test.each([
    ['is rated as its highest fact', [theft, bribery], 'T1-D1-F0'],
    ['in whatever order they stand', [bribery, theft], 'T1-D1-F0'],
    ['among equals as the first', [theft, unknown], 'T2-D1-F0'],
    ['with an unknown offence needs classification', [unknown], 'CLASSIFICATION_NEEDED'],
    ['without facts has none', [], 'NO_FACTS'],
  ])('%s', (_name, facts, ruleId) => {
    expect(rate(input(facts), POLICY)).toMatchObject({ ruleId, policyVersion: POLICY.version });
  });

  test('every fact is rated, in the order of the case', () => {
    expect(factRatings(input([unknown, theft, bribery]), POLICY).map((rated) => rated.factNumber)).toEqual([3, 1, 2]);
  });

  test('three minor facts of one case make a series', () => {
    const minor = [1, 2, 3].map((factNumber) => fact('WVW 107', [], { factNumber }));
    expect(rate(input(minor), POLICY)).toMatchObject({ level: 'medium', ruleId: 'SERIES' });
  });

  test('a fact says what a reviewer must see', () => {
    const convicted = fact('Sr 302 + Sr 45', ['verdict conviction 2026-10-01 final=2026-10-16 penalty=imprisonment']);
    expect(factRatings(input([convicted]), POLICY)[0]).toMatchObject({
      offence: { reference: 'Sr 302', nameNl: 'zware mishandeling', category: 'geweld', kind: 'misdrijf' },
      maxPenaltyMonths: 64,
      status: 'convicted',
      irrevocable: true,
      referenceDate: date('2026-10-01'),
      referenceDateKind: 'first_verdict',
      dismissalCode: null,
      minorAtAct: false,
      erase: false,
      proposeClose: false,
    });
  });
});

describe('a change of policy', () => {
  const stricter = requirePolicy({
    ...TABLES,
    policy: TABLES.policy.replace('"notBeyondYears": 8', '"notBeyondYears": 9'),
  });
  const milder = requirePolicy({
    ...TABLES,
    policy: TABLES.policy.replace('"D1": { "F0": "medium", "F1": "high" }', '"D1": { "F0": "low", "F1": "high" }'),
  });
  const inputs = [
    { key: 'theft', input: input([theft]) },
    { key: 'bribery', input: input([bribery]) },
  ];

  test('shows what would change and leaves the rest', () => {
    const { changes, unchanged } = comparePolicies(POLICY, milder, inputs);
    expect(changes).toMatchObject([{ key: 'theft', before: { level: 'medium' }, after: { level: 'low' } }]);
    expect(unchanged).toBe(1);
  });

  test('that rates unknown offences high still caps them for a partner', () => {
    const changed = TABLES.policy.replace('"unknownOffence": "medium"', '"unknownOffence": "high"');
    const alarmed = requirePolicy({ ...TABLES, policy: changed });
    expect(rate(input([unknown]), alarmed).level).toBe('high');
    expect(rate(input([unknown], { subjectKind: 'partner' }), alarmed).level).toBe('medium');
  });

  test('that reaches none of them changes nothing', () => {
    expect(comparePolicies(POLICY, stricter, inputs)).toEqual({ changes: [], unchanged: 2 });
  });
});

describe('new substance', () => {
  const verdict = 'verdict conviction 2026-10-01';
  const before = [fact('Sr 310', [verdict])];

  test.each<readonly [string, readonly ReturnType<typeof fact>[], boolean]>([
    ['the same again', [fact('Sr 310', [verdict])], false],
    ['the sentence was served', [fact('Sr 310', [verdict, 'execution 2026-11-01'])], false],
    ['it became irrevocable', [fact('Sr 310', [`${verdict} final=2026-10-16`])], true],
    ['an appeal was lodged', [fact('Sr 310', [verdict, 'appeal 2026-10-10'])], true],
    ['another offence', [fact('Sr 311', [verdict])], true],
    ['another date of the act', [fact('Sr 310', [verdict], { actDate: date('2026-01-01') })], true],
    ['a fact more', [...before, bribery], true],
    ['a fact less', [], true],
  ])('%s', (_name, after, expected) => {
    expect(hasNewSubstance(before, after, POLICY)).toBe(expected);
  });

  test('the order of facts, decisions and keys does not matter', () => {
    const decisions = [verdict, 'appeal 2026-10-10'];
    const reordered = Object.fromEntries(Object.entries(fact('Sr 310', decisions.toReversed())).toReversed());
    const after = [bribery, reordered as unknown as ReturnType<typeof fact>];
    expect(hasNewSubstance([fact('Sr 310', decisions), bribery], after, POLICY)).toBe(false);
  });
});
