/** A scored pair whose truth is known: what the calibration is fitted to. Weights in bits. */
export interface CalibrationPair {
  /** Sum of the compared attributes' weights, before calibration. */
  readonly weight: number;
  /** Prior and relatives' term: what is added to the calibrated weight. */
  readonly offset: number;
  readonly isTrue: boolean;
}

const STEPS = 50;
/** A slope this far from 1 would mean that the weights are wrong, not that they need adjusting. */
const [LEAST_SLOPE, MOST_SLOPE] = [0.4, 1.5] as const;
/** The line holds over the range of weights that pairs near a decision have. */
const RANGE = [-60, 80] as const;

/**
 * Fits calibrated = intercept + slope × weight by maximum likelihood (logistic regression, Newton's method), with prior
 * and relatives kept as they are. One straight line on purpose: it keeps the order of all pairs whatever the noise, where
 * steps fitted to one set would promise what they cannot keep on another.
 */
export function fitCalibration(pairs: readonly CalibrationPair[]): readonly [number, number][] {
  let [intercept, slope] = [0, 1];
  for (let step = 0; step < STEPS; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { weight, offset, isTrue } of pairs) {
      const probability = 1 / (1 + 2 ** -(offset + intercept + slope * weight));
      const error = (isTrue ? 1 : 0) - probability;
      const spread = probability * (1 - probability) * Math.LN2;
      g0 += error;
      g1 += error * weight;
      h00 += spread;
      h01 += spread * weight;
      h11 += spread * weight * weight;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 0)) break;
    intercept += clamp((h11 * g0 - h01 * g1) / determinant, 2);
    slope = Math.min(MOST_SLOPE, Math.max(LEAST_SLOPE, slope + clamp((h00 * g1 - h01 * g0) / determinant, 0.2)));
  }
  return RANGE.map((weight) => [weight, Math.round(100 * (intercept + slope * weight)) / 100]);
}

function clamp(step: number, most: number): number {
  return Math.min(most, Math.max(-most, step));
}
