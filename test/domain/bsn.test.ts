import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bsnDigits, passesElfproef, usableBsn } from '../../src/domain/bsn.ts';

const nineDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
const valid = nineDigits.map((digits) => digits.join('')).filter(passesElfproef);

describe('the elfproef', () => {
  test.each([
    ['249566758', true],
    ['999999011', true],
    ['249566759', false],
    ['000000000', false],
    ['24956675', false],
    ['24956675X', false],
  ])('%s: %s', (digits, passes) => {
    expect(passesElfproef(digits)).toBe(passes);
  });

  test('catches every single wrong digit', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (bsn, at, by) => {
        const wrong = [...bsn].map((digit, index) => (index === at ? (Number(digit) + by) % 10 : digit)).join('');
        expect(passesElfproef(wrong)).toBe(false);
      }),
    );
  });
});

describe('a BSN as written', () => {
  test.each([
    ['249566758', '249566758'],
    [' 249566758 ', '249566758'],
    ['12345672', '012345672'],
    ['2495.66.758', null],
    ['', null],
    ['2495667580', null],
  ])('"%s" has the digits %s', (text, digits) => {
    expect(bsnDigits(text)).toBe(digits);
  });

  test.each([
    [null, null],
    ['249566758', '249566758'],
    ['12345672', '012345672'],
    ['249566759', null],
  ])('%s serves as the key %s', (text, key) => {
    expect(usableBsn(text)).toBe(key);
  });
});
