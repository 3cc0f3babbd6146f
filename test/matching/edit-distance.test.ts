import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import levenshtein from 'fast-levenshtein';
import { MAX_WORD, patternOf } from '../../matching/attributes/letters.ts';
import { Word } from '../../matching/attributes/word.ts';
import { boundedAlignment, boundedLevenshtein } from '../../matching/comparison/edit-distance.ts';
import { model } from './model.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 31 });

function bounded(a: string, b: string, max: number): number {
  return boundedLevenshtein(patternOf(a), a.length, b, max);
}

function aligned(a: string, b: string, max = 9): number {
  return boundedAlignment(patternOf(a), a.length, b, max);
}

describe('bounded edit distance', () => {
  test('is the distance of fast-levenshtein, up to its bound', () => {
    fc.assert(
      fc.property(word, word, fc.nat({ max: 12 }), (a, b, max) => {
        expect(bounded(a, b, max)).toBe(Math.min(levenshtein.get(a, b), max + 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('is so however long the other word is, and of a word longer than is compared for what is left of it', () => {
    const longer = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 70 });
    fc.assert(
      fc.property(longer, longer, fc.nat({ max: 40 }), (a, b, max) => {
        const { text, pattern, length } = new Word(a, model.names);
        expect(text).toBe(a.slice(0, MAX_WORD));
        expect(boundedLevenshtein(pattern, length, b, max)).toBe(Math.min(levenshtein.get(text, b), max + 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same both ways, and swapping neighbours never costs more than two edits', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(aligned(a, b, 31)).toBe(aligned(b, a, 31));
        expect(aligned(a, b, 31)).toBeLessThanOrEqual(bounded(a, b, 31));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['jansen', 'jasnen', 1],
    ['visser', 'vissr', 1],
    ['b?nnink', 'bennink', 0],
    ['bennink', 'b?nnink', 0],
    ['bos', 'vos', 1],
    ['', 'jan', 3],
  ])('%s and %s are %i apart', (a, b, errors) => {
    expect(aligned(a, b)).toBe(errors);
  });
});
