import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bsnAttribute, passesElfproef } from '../../matching/attributes/bsn.ts';
import { patternOf } from '../../matching/attributes/letters.ts';
import { bsnState, compareBsn } from '../../matching/comparison/bsn.ts';
import { MATCH_LEVELS } from '../../src/domain/match-level.ts';

function level(entry: string, registered: string): string | undefined {
  const attribute = bsnAttribute(entry);
  return MATCH_LEVELS.bsn[compareBsn(attribute, patternOf(attribute.digits), bsnAttribute(registered))];
}

describe('elfproef', () => {
  test('accepts the example of the Logisch Ontwerp BRP and refuses nothing but zeros', () => {
    expect(passesElfproef(249566758)).toBe(true);
    expect(passesElfproef(0)).toBe(false);
  });

  test('catches every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const digits = [...'249566758'].map(Number);
        digits[position] = ((digits[position] ?? 0) + shift) % 10;
        expect(passesElfproef(Number(digits.join('')))).toBe(false);
      }),
    );
  });
});

describe('BSN levels', () => {
  test.each([
    ['249566758', '249566758', 'equal', 'equal'],
    ['249.566.758', '249566758', 'equal', 'equal'],
    ['249566785', '249566758', 'one_digit', 'unusable'],
    ['24956675', '249566758', 'one_digit', 'unusable'],
    ['249566751', '249566758', 'one_digit', 'unusable'],
    ['111222333', '249566758', 'different', 'different'],
    ['123456789', '249566758', 'unusable', 'unusable'],
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
