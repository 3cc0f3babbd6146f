import type { Band, BsnState } from '../../src/domain/hit.ts';

/**
 * A candidate this probable becomes a hit. Low, because a miss is silent and a false alert is seen by a person. At the
 * prior of operation (0.0005 true pairs per entry), on the public benchmark, it finds 99.2 % of the true pairs and raises
 * 8.2 false alerts per 10,000 entries (model 4.5).
 */
export const TASK_THRESHOLD = 0.01;
export const LIKELY_THRESHOLD = 0.6;
export const STRONG_THRESHOLD = 0.98;
/** A runner-up this near (milli-bits; 100 to 1) keeps the best from being `strong`: twins, a father and a son. */
export const STRONG_MARGIN_MILLIBITS = 6640;

/**
 * The band after the two rules that stand above probability: an equal valid BSN is at least `possible`, two different
 * valid ones are at most.
 */
export function bandOf(probability: number, bsnState: BsnState, marginMilliBits: number): Band | 'below' {
  const band = byProbability(probability, marginMilliBits);
  if (bsnState === 'equal' && band === 'below') return 'possible';
  if (bsnState === 'different' && (band === 'strong' || band === 'likely')) return 'possible';
  return band;
}

function byProbability(probability: number, marginMilliBits: number): Band | 'below' {
  if (probability < TASK_THRESHOLD) return 'below';
  if (probability < LIKELY_THRESHOLD) return 'possible';
  return probability >= STRONG_THRESHOLD && marginMilliBits >= STRONG_MARGIN_MILLIBITS ? 'strong' : 'likely';
}
