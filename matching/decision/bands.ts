import type { Band, BsnState } from '../../src/domain/hit.ts';

/**
 * A candidate this probable becomes a hit. At the prior of operation (0.0005 true pairs per entry) some 10 entries in
 * 10,000 are expected to raise a false alert at it; see `matching/README.md` for how that was measured.
 */
export const TASK_THRESHOLD = 0.05;
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
