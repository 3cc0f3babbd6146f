import { describe, expect, test } from '@jest/globals';
import { type EntryScore, recallAtPrecisionInterval } from '../../matching/evaluation/recall-interval.ts';
import { evaluate } from '../../matching/evaluation/report.ts';
import { seededRandom } from '../../matching/evaluation/resampling.ts';
import type { ScoredPair } from '../../matching/evaluation/truth.ts';
import { scoreCandidates } from '../../matching/screen.ts';
import { miniBenchmark } from './benchmark.ts';
import { indexOf } from './model.ts';
import { REFERENCE, REFERENCE_PAIRS } from './reference-scores.ts';

const { entries, subjects, truth } = await miniBenchmark();

describe('evaluation', () => {
  test('agrees with the reference scorer on the same pairs', () => {
    const pairs: ScoredPair[] = REFERENCE_PAIRS.map(([entryId, officerId, score]) => ({
      entryId,
      officerId,
      score,
      band: '',
    }));
    const report = evaluate(truth, pairs);
    expect(report.averagePrecision).toBeCloseTo(REFERENCE.averagePrecision, 10);
    expect(report.recallAtPrecision95).toBeCloseTo(REFERENCE.recallAtPrecision95, 10);
    expect(report.recallAtPrecision99).toBeCloseTo(REFERENCE.recallAtPrecision99, 10);
    expect(report.bestF1).toBeCloseTo(REFERENCE.bestF1, 10);
    expect(report.mostRecall).toBeCloseTo(REFERENCE.mostRecall, 10);
    expect(report.falsePer10kAtRecall['0.9']).toBeCloseTo(REFERENCE.falsePer10kAtRecall90, 8);
    expect(report.withoutUsableBsn.averagePrecision).toBeCloseTo(REFERENCE.averagePrecisionWithoutBsn, 10);
  });

  test('gives the interval of recall at precision 0.99: the same each time, around it, and a point where all is found', () => {
    const trueEntries = Array.from({ length: 200 }, (_, at) => `E${at}`);
    const found = trueEntries.slice(0, 180).map((entryId) => ({ entryId, score: 0.9, isTrue: true }));
    const wrong = { entryId: 'F', score: 0.8, isTrue: false };
    const interval = (pairs: readonly EntryScore[]) =>
      recallAtPrecisionInterval(pairs, trueEntries, 0.99, { rounds: 400, random: seededRandom(1) });
    const { low, high } = interval([...found, wrong]);
    expect(interval([...found, wrong])).toEqual({ low, high });
    expect(low).toBeLessThan(0.9);
    expect(low).toBeGreaterThan(0.8);
    expect(high).toBeGreaterThan(0.9);
    expect(high).toBeLessThan(0.96);
    const all = trueEntries.map((entryId) => ({ entryId, score: 0.9, isTrue: true }));
    expect(interval(all)).toEqual({ low: 1, high: 1 });
    expect(interval([{ ...wrong, score: 1 }, ...found.slice(0, 20)]).low).toBe(0);
  });

  test('the matcher finds the people of the small benchmark', () => {
    const index = indexOf(Object.fromEntries(subjects));
    const pairs = entries.flatMap(([entryId, person]) =>
      scoreCandidates(index, person, { priorPerEntry: 0.142 }).map(({ subjectId, probability, band }) => ({
        entryId,
        officerId: subjectId as string,
        score: probability,
        band,
      })),
    );
    const report = evaluate(truth, pairs);
    expect(report.averagePrecision).toBeGreaterThan(0.99);
    expect(report.mostRecall).toBe(1);
  });
});
