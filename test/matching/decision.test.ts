import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bandOf,
  LIKELY_THRESHOLD,
  STRONG_MARGIN_MILLIBITS,
  STRONG_THRESHOLD,
  TASK_THRESHOLD,
} from '../../matching/decision/bands.ts';
import { parseModel } from '../../matching/model.ts';
import { MATCH_LEVELS, type MatchAttribute } from '../../src/domain/match-level.ts';
import { readModelTables } from '../../src/runtime/tables.ts';
import { model } from './model.ts';

const tables = readModelTables();

function weigh(attribute: MatchAttribute, level: string, ppb = 50_000): number {
  const levels: readonly string[] = MATCH_LEVELS[attribute];
  return model.weights[attribute].weigh(levels.indexOf(level), ppb);
}

describe('weights', () => {
  test.each<readonly [MatchAttribute, readonly string[]]>([
    ['bsn', ['equal', 'one_digit', 'two_digits', 'missing', 'unusable', 'different']],
    ['birth_date', ['exact', 'day_month_swapped', 'day_one_digit', 'day_differs', 'year_agrees', 'different']],
    ['surname', ['exact', 'spelling', 'one_edit', 'two_edits', 'similar', 'different']],
    ['given_names', ['exact', 'spelling', 'one_edit', 'two_edits', 'same_initial', 'different']],
    ['birth_place', ['equal', 'spelling', 'missing', 'different']],
  ])('of %s fall from better to worse', (attribute, levels) => {
    const weights = levels.map((level) => weigh(attribute, level));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('a rarer name never weighs less', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e9 }), (a, b) => {
        const [rare, common] = a < b ? [a, b] : [b, a];
        expect(weigh('surname', 'exact', rare)).toBeGreaterThanOrEqual(weigh('surname', 'exact', common));
      }),
    );
  });

  test('unknown is neutral', () => {
    for (const attribute of ['bsn', 'birth_date', 'surname', 'given_names', 'birth_place', 'sex'] as const) {
      expect(weigh(attribute, 'missing')).toBe(0);
    }
  });

  test('every level has its evidence beside it', () => {
    const file = JSON.parse(tables['weights.json'] ?? '{}');
    for (const levels of Object.values<Record<string, { evidence: string }>>(file.attributes)) {
      for (const { evidence } of Object.values(levels)) expect(evidence).toMatch(/\w{4}/);
    }
  });

  test('calibration keeps the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.nat({ max: 100_000 }), (milliBits, more) => {
        expect(model.calibrate(milliBits + more)).toBeGreaterThanOrEqual(model.calibrate(milliBits));
      }),
    );
  });
});

describe('bands', () => {
  const wide = STRONG_MARGIN_MILLIBITS;
  test.each([
    [STRONG_THRESHOLD, 'absent', wide, 'strong'],
    [STRONG_THRESHOLD, 'absent', wide - 1, 'likely'],
    [LIKELY_THRESHOLD, 'absent', wide, 'likely'],
    [TASK_THRESHOLD, 'absent', wide, 'possible'],
    [TASK_THRESHOLD / 2, 'absent', wide, 'below'],
    [TASK_THRESHOLD / 2, 'equal', wide, 'possible'],
    [1, 'different', wide, 'possible'],
    [TASK_THRESHOLD / 2, 'different', wide, 'below'],
  ] as const)('probability %d with a BSN that is %s and margin %d is %s', (probability, state, margin, band) => {
    expect(bandOf(probability, state, margin)).toBe(band);
  });
});

describe('the model', () => {
  test('has another version when any table changes', () => {
    const other = parseModel({ ...tables, 'call-names.tsv': `${tables['call-names.tsv']}Zwier\tZwiert\n` });
    expect(other.version).not.toBe(model.version);
  });

  test.each([
    ['weights.json', undefined],
    ['weights.json', '{"version": 1}'],
    ['surnames.tsv', 'Jansen\tveel\n'],
    ['given-names.tsv', 'Jan\n'],
  ])('refuses a damaged %s (%s)', (name, text) => {
    const { [name]: _, ...rest } = tables;
    const damaged = text === undefined ? rest : { ...rest, [name]: text };
    expect(() => parseModel(damaged)).toThrow(expect.objectContaining({ code: 'TABLE_INVALID' }));
  });
});
