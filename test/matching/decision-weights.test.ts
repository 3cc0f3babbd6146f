import { describe, expect, test } from '@jest/globals';
import { buildCalibration } from '../../matching/decision/calibration.ts';
import { namesakesKinship } from '../../matching/decision/full-name.ts';
import { AttributeWeights, buildWeights, parseWeightsFile, type WeightsFile } from '../../matching/decision/weights.ts';
import type { ScreeningError } from '../../src/domain/errors.ts';
import { readModelTables } from '../../src/runtime/tables.ts';

const TEXT = readModelTables()['weights.json'] ?? '';

/** The file as shipped, to be damaged. */
function damaged(damage: (file: WeightsFile) => void): WeightsFile {
  const file = JSON.parse(TEXT) as WeightsFile;
  damage(file);
  return file;
}

function problemOf(read: () => unknown): ScreeningError {
  try {
    read();
  } catch (error) {
    return error as ScreeningError;
  }
  throw new Error('nothing was found wrong');
}

describe('a damaged weights.json says what is wrong with it', () => {
  test('when it is not there', () => {
    const { code, params } = problemOf(() => parseWeightsFile(undefined));
    expect([code, params]).toEqual(['TABLE_INVALID', { table: 'weights.json', problem: 'missing' }]);
  });

  test('when it is no JSON, with the cause', () => {
    const { code, params, cause } = problemOf(() => parseWeightsFile('{'));
    expect([code, params]).toEqual(['TABLE_INVALID', { table: 'weights.json', problem: 'not JSON' }]);
    expect(cause).toBeInstanceOf(SyntaxError);
  });

  test.each<readonly [string, (file: WeightsFile) => void, RegExp]>([
    [
      'a share above 1',
      (file) => Object.assign(file.attributes['bsn']!['equal']!, { same: 2 }),
      /^attributes\.bsn\.equal\.same: \w/,
    ],
    ['one point of calibration', (file) => file.calibration.points.splice(1), /^calibration\.points: \w/],
  ])('when it has %s', (_, damage, problem) => {
    const { params } = problemOf(() => parseWeightsFile(JSON.stringify(damaged(damage))));
    expect(params).toEqual({ table: 'weights.json', problem: expect.stringMatching(problem) });
  });

  test.each([
    ['a level', 'no bsn.equal', (file: WeightsFile) => delete file.attributes['bsn']?.['equal']],
    ['an attribute', 'no sex.equal', (file: WeightsFile) => delete file.attributes['sex']],
  ])('when it lacks %s', (_, problem, damage) => {
    const { code, params } = problemOf(() => buildWeights(damaged(damage)));
    expect([code, params]).toEqual(['TABLE_INVALID', { table: 'weights.json', problem }]);
  });
});

test('what is worked out from other attributes weighs nothing by itself', () => {
  const { relative, known_pair, calibration } = buildWeights(damaged(() => {}));
  for (const derived of [relative, known_pair, calibration]) {
    expect([derived.weigh(0, 0), derived.highest, derived.usesFrequency(0)]).toEqual([0, 0, false]);
  }
});

describe('weights worked out by hand', () => {
  const level = (same: number, chance: number, more: { readonly share?: number; readonly least?: number } = {}) => ({
    ...{ written: { same, chance }, same, chance, evidence: 'made up', ...more },
  });
  const BY_NAME = 0;
  const TWO_TO_ONE = 1;
  const ONE_TO_FOUR = 2;
  const NEVER = 3;
  const FLOORED = 4;
  const weights = new AttributeWeights([
    level(0.9, 0.001, { share: 1 }),
    { ...level(0.5, 0.25), relatives: { twin: 'same', sibling: -1.5 } },
    level(0.1, 0.4),
    level(0.5, 0),
    level(0.9, 0, { share: 1, least: 0.01 }),
  ]);

  test.each([
    ['half of the persons and a quarter of strangers are one bit', TWO_TO_ONE, 0, 1000],
    ['a tenth of the persons and four tenths of strangers are minus two bits', ONE_TO_FOUR, 0, -2000],
    ['what no stranger reaches counts as one in 1e9', NEVER, 0, 28_897],
    ['a name of one in a thousand adds its share of strangers', BY_NAME, 1_000_000, 8814],
    ['no name counts as rarer than four in a million', BY_NAME, 1, 9809],
    ['nor as rarer than the least share', FLOORED, 1_000_000, 6492],
    ['a share of strangers is never above one', BY_NAME, 2_000_000_000, -152],
  ])('%s', (_, level_, ppb, milliBits) => {
    expect(weights.weigh(level_, ppb)).toBe(milliBits);
  });

  test('rarity is told only of levels that go by the name', () => {
    expect([weights.usesFrequency(BY_NAME), weights.rarity(BY_NAME, 1_000_000)]).toEqual([true, -8966]);
    expect([weights.usesFrequency(TWO_TO_ONE), weights.rarity(TWO_TO_ONE, 1_000_000)]).toEqual([false, 0]);
  });

  test('the highest weight is that of any level, of the rarest name', () => {
    expect(weights.highest).toBe(28_897);
    expect(new AttributeWeights([level(0.5, 0.25), level(0.9, 0.001, { share: 1 })]).highest).toBe(9809);
  });

  test('a relative reaches a level as easily as the person, by a figure of its own, or as a stranger does', () => {
    const [twin, sibling, parent] = [0, 1, 2].map((relative) => weights.weighRelative(relative, TWO_TO_ONE, 777));
    expect([twin, sibling, parent]).toEqual([777, -1500, 0]);
  });
});

describe('calibration', () => {
  const calibrate = buildCalibration([
    [-10, -8],
    [0, 1],
    [10, 6],
  ]);
  test.each([
    ['with slope 1 below the first point', -20_000, -18_000],
    ['at the first point', -10_000, -8000],
    ['between the first two', -5000, -3500],
    ['at a point', 0, 1000],
    ['between the next two', 5000, 3500],
    ['at the last point', 10_000, 6000],
    ['with slope 1 above it', 20_000, 16_000],
  ])('goes straight %s', (_, milliBits, calibrated) => {
    expect(calibrate(milliBits)).toBe(calibrated);
  });
});

test.each([
  ['a given name has its whole share among the bearers of a rare surname', 3_600, 0],
  ['and where the share of the surname is unknown', 0, 0],
  ['an eighth of it where eight times as many bear the surname', 3_000_000, -3000],
])('%s', (_, ppb, milliBits) => {
  expect(namesakesKinship(ppb)).toBe(milliBits);
});
