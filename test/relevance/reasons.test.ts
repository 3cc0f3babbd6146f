import { describe, expect, test } from '@jest/globals';
import type { ScreeningError } from '../../src/domain/errors.ts';
import { requirePolicy } from '../../src/relevance/policy.ts';
import { rate } from '../../src/relevance/rate.ts';
import { relevanceOf } from '../../src/relevance/relevance.ts';
import { date, fact, input, POLICY, rateOne, TABLES, TODAY } from './cases.ts';

const codes = (one: Parameters<typeof rateOne>[0], change: Parameters<typeof rateOne>[1] = {}) =>
  rateOne(one, change).rating.reasons.map(({ code }) => code);

describe('what a reviewer is told of why', () => {
  test('a case without facts is none, and says so', () => {
    const { level, ruleId, reasons } = rate(input([]), POLICY);
    expect([level, ruleId, reasons]).toEqual(['none', 'NO_FACTS', [{ code: 'NO_FACTS' }]]);
  });

  test('an article that nobody classified says that a person must', () => {
    expect(codes(fact('Sr 9999'))).toContain('CLASSIFICATION_NEEDED');
  });

  test('what the law wants forgotten says so last, behind how it stands', () => {
    const { ruleId, reasons } = rateOne(fact('Sr 310', ['dismissal 01 2026-10-01'])).rating;
    expect(ruleId).toBe('ERASE');
    expect(reasons.at(-1)).toEqual({ code: 'ERASE' });
    expect(reasons.length).toBeGreaterThan(1);
  });

  test.each([
    ['standard', 'CLASS_STANDARD', 'T2-D1-F0'],
    ['increased_risk', 'CLASS_INCREASED_RISK', 'T2-D1-F1'],
  ] as const)('the function class "%s" is named, and the cell that it leads to', (functionClass, code, cell) => {
    const { reasons, ruleId } = rateOne(fact('Sr 310'), { functionClass }).rating;
    expect(reasons).toContainEqual({ code });
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'CELL', params: expect.objectContaining({ cell }) }),
    );
    expect(ruleId).toBe(cell);
  });

  test('a fact without any date says that its age is not known', () => {
    expect(codes(fact('Sr 310', [], { actDate: null }))).toContain('REFERENCE_DATE_UNKNOWN');
    expect(codes(fact('Sr 310'))).not.toContain('REFERENCE_DATE_UNKNOWN');
  });

  test('an acquittal proposes to close, behind what the subject reported', () => {
    const acquitted = fact('Sr 310', ['verdict acquittal 2026-10-01 final=2026-10-15']);
    expect(codes(acquitted, { reportedBySubject: true }).slice(-2)).toEqual(['SELF_REPORTED', 'PROPOSE_CLOSE']);
    expect(codes(fact('Sr 310'))).not.toContain('PROPOSE_CLOSE');
  });
});

describe('what screening asks of the policy in force', () => {
  const relevance = relevanceOf(POLICY);
  const theft = fact('Sr 310');

  test('rates by it, under its version', () => {
    expect(relevance.policyVersion).toBe(POLICY.version);
    expect(relevance.rate(input([theft]))).toEqual(rate(input([theft]), POLICY));
  });

  test('keeps what happened and not what never did', () => {
    expect(relevance.mayBeKept(theft, TODAY)).toBe(true);
    expect(relevance.mayBeKept(fact('Sr 310', ['dismissal 09 2026-10-01']), TODAY)).toBe(false);
  });

  test('finds substance in a decision and none in the same once more', () => {
    const convicted = fact('Sr 310', ['verdict conviction 2026-10-01']);
    expect(relevance.hasNewSubstance([theft], [convicted])).toBe(true);
    expect(relevance.hasNewSubstance([theft], [theft])).toBe(false);
  });

  test('tells the law of a fact its kind, how it stands and from when it counts, also where nobody classified it', () => {
    expect(relevance.shownFact(theft, TODAY)).toEqual({
      kind: 'misdrijf',
      disposal: 'D1',
      referenceDate: date('2026-09-23'),
    });
    expect(relevance.shownFact(fact('Sr 9999'), TODAY)).toMatchObject({ kind: null, disposal: 'D1' });
  });
});

describe('decisions are followed in the order of the proceedings', () => {
  const disposalOf = (...decisions: readonly string[]) => rateOne(fact('Sr 310', decisions)).disposal;

  test('of one day the first instance comes before the appeal, however they are listed', () => {
    const appeal = 'verdict acquittal 2026-10-01 instance=2 final=2026-10-15';
    const first = 'verdict conviction 2026-10-01 instance=1';
    expect(disposalOf(appeal, first)).toBe('D5');
    expect(disposalOf(first, appeal)).toBe('D5');
  });

  test('the end of the execution of a penal order leaves the order; another dismissal takes its place', () => {
    const order = 'penal_order 2026-08-01 final=2026-08-15 penalty=fine';
    expect(disposalOf(order, 'dismissal 77 2026-10-01')).toBe('D3');
    expect(disposalOf(order, 'dismissal 02 2026-10-01')).toBe('D5');
    expect(disposalOf('dismissal 02 2026-10-01')).toBe('D5');
  });
});

test('tables that cannot be used say every fault with its file and place', () => {
  const problemOf = () => {
    try {
      return requirePolicy({ offences: 'law,article\n', policy: '{' });
    } catch (error) {
      return error as ScreeningError;
    }
  };
  const { code, params } = problemOf() as ScreeningError;
  expect(code).toBe('TABLE_INVALID');
  expect(params['table']).toBe('offences.csv, policy.json');
  expect(params['problem']).toMatch(/^offences\.csv line 1: column \w+ is missing; .*; policy\.json line 1/);
});

test('either table alone is enough to refuse both', () => {
  expect(() => requirePolicy({ ...TABLES, policy: '{}' })).toThrow();
  expect(() => requirePolicy({ ...TABLES, offences: '' })).toThrow();
  expect(requirePolicy(TABLES).version).toBe(POLICY.version);
});
