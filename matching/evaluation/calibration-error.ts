import type { LabelledScore } from './curve.ts';

/** How far probabilities are from how often they come true. */
export interface CalibrationFigures {
  /** Pairs with a probability of at least 0.01. */
  readonly pairs: number;
  /** Mean distance between probability and share that is true, over ten bins of equal width, weighed by pairs. */
  readonly expectedCalibrationError: number;
  /** Mean negative log (natural) of the probability given to what turned out. */
  readonly logLoss: number;
}

const BINS = 10;
const LOWEST = 0.01;
/** Keeps a certainty that proves wrong from weighing infinitely. */
const EPSILON = 1e-12;

export function calibrationFigures(scores: readonly LabelledScore[]): CalibrationFigures {
  const bins = Array.from({ length: BINS }, () => ({ pairs: 0, probability: 0, found: 0 }));
  let loss = 0;
  let pairs = 0;
  for (const { score, isTrue } of scores) {
    if (score < LOWEST) continue;
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
    if (bin === undefined) continue;
    bin.pairs += 1;
    bin.probability += score;
    bin.found += isTrue ? 1 : 0;
    pairs += 1;
    loss -= Math.log(Math.max(EPSILON, isTrue ? score : 1 - score));
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.probability - bin.found), 0);
  const count = Math.max(1, pairs);
  return { pairs, expectedCalibrationError: error / count, logLoss: loss / count };
}
