import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bsnAttribute } from '../../matching/attributes/bsn.ts';
import { patternOf } from '../../matching/attributes/letters.ts';
import { bsnState, compareBsn } from '../../matching/comparison/bsn.ts';
import { boundedAlignment } from '../../matching/comparison/edit-distance.ts';
import { FarNumbers, packedDigits } from '../../matching/comparison/far-numbers.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';

function level(entry: string, registered: string): string | undefined {
  const attribute = bsnAttribute(entry);
  return MATCH_LEVELS.bsn[compareBsn(attribute, patternOf(attribute.digits), bsnAttribute(registered))];
}

describe('BSN levels', () => {
  test.each([
    ['249566758', '249566758', 'equal', 'equal'],
    ['249.566.758', '249566758', 'equal', 'equal'],
    ['249566785', '249566758', 'one_digit', 'unusable'],
    ['24956675', '249566758', 'one_digit', 'unusable'],
    ['249566751', '249566758', 'one_digit', 'unusable'],
    ['111222333', '249566758', 'different', 'different'],
    ['135792468', '249566758', 'unusable', 'unusable'],
    ['123456789', '249566758', 'missing', 'absent'],
    ['999999999', '249566758', 'missing', 'absent'],
    ['111.111.111', '999999999', 'missing', 'absent'],
    ['', '249566758', 'missing', 'absent'],
    ['000000000', '249566758', 'missing', 'absent'],
  ])('%s against %s is %s (%s)', (entry, registered, expected, state) => {
    expect(level(entry, registered)).toBe(expected);
    expect(bsnState(bsnAttribute(entry), bsnAttribute(registered))).toBe(state);
  });

  test('a leading zero that was dropped changes nothing', () => {
    const padded = bsnAttribute('012345672');
    const short = bsnAttribute('12345672');
    expect(short.valid).toBe(padded.valid);
    expect(short.valid).toBeGreaterThan(0);
  });
});

describe('the quick look at two numbers', () => {
  const number = fc.integer({ min: 100_000_000, max: 999_999_999 });
  const edits = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 9 }), fc.constantFrom('put', 'swap', 'shift')), {
    maxLength: 3,
  });

  test('never calls numbers far that are within two errors', () => {
    fc.assert(
      fc.property(number, edits, (original, changes) => {
        const digits = [...String(original)];
        for (const [at, digit, kind] of changes) {
          if (kind === 'put') digits[at] = String(digit);
          else if (kind === 'swap') [digits[at], digits[(at + 1) % 9]] = [digits[(at + 1) % 9]!, digits[at]!];
          else {
            digits.splice(at, 1);
            digits.push(String(digit));
          }
        }
        const far = new FarNumbers();
        far.begin(original);
        const errors = boundedAlignment(patternOf(String(original)), 9, digits.join(''), 2);
        if (errors <= 2) expect(far.isFar(Number(digits.join('')), packedDigits(Number(digits.join(''))))).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
