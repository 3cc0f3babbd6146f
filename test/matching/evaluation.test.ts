import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../../matching/evaluation/report.ts';
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
