/** One pair as the curve needs it. */
export interface LabelledScore {
  readonly score: number;
  readonly isTrue: boolean;
}

/** What is found and what is false at or above a score. */
export interface CurvePoint {
  readonly threshold: number;
  readonly found: number;
  readonly false: number;
}

/** Points at each distinct score, highest first, and the area under precision over recall (step-wise). */
export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly averagePrecision: number;
  /** True pairs there are, reported or not. */
  readonly truePairs: number;
}

export function buildCurve(scores: readonly LabelledScore[], truePairs: number): Curve {
  const sorted = [...scores].sort((a, b) => b.score - a.score);
  const points: CurvePoint[] = [];
  let [found, wrong, area, lastRecall] = [0, 0, 0, 0];
  sorted.forEach(({ score, isTrue }, index) => {
    if (isTrue) found += 1;
    else wrong += 1;
    if (sorted[index + 1]?.score === score) return;
    const recall = truePairs === 0 ? 0 : found / truePairs;
    area += (recall - lastRecall) * (found / (found + wrong));
    lastRecall = recall;
    points.push({ threshold: score, found, false: wrong });
  });
  return { points, averagePrecision: area, truePairs };
}

export function precisionAt(point: CurvePoint): number {
  return point.found + point.false === 0 ? 0 : point.found / (point.found + point.false);
}

/** The point with the highest recall whose precision is at least `precision`; null when none is. */
export function atPrecision(curve: Curve, precision: number): CurvePoint | null {
  let best: CurvePoint | null = null;
  for (const point of curve.points) {
    if (precisionAt(point) >= precision - 1e-12 && (best === null || point.found > best.found)) best = point;
  }
  return best;
}

/** The last point with at most so many false pairs; null when already the first has more. */
export function atFalsePairs(curve: Curve, most: number): CurvePoint | null {
  return curve.points.findLast((point) => point.false <= most) ?? null;
}

/** The first point with at least this recall; null when it is never reached. */
export function atRecall(curve: Curve, recall: number): CurvePoint | null {
  return curve.points.find((point) => point.found / curve.truePairs >= recall - 1e-12) ?? null;
}

/** Everything at or above a threshold. */
export function atThreshold(curve: Curve, threshold: number): CurvePoint {
  return curve.points.findLast((point) => point.threshold >= threshold) ?? { threshold, found: 0, false: 0 };
}

/** Harmonic mean of precision and recall. */
export function f1(point: CurvePoint, truePairs: number): number {
  const total = point.found + point.false + truePairs;
  return total === 0 ? 0 : (2 * point.found) / total;
}

/** The point with the highest F1; null for an empty curve. */
export function bestF1(curve: Curve): CurvePoint | null {
  let best: CurvePoint | null = null;
  for (const point of curve.points) {
    if (best === null || f1(point, curve.truePairs) > f1(best, curve.truePairs)) best = point;
  }
  return best;
}
