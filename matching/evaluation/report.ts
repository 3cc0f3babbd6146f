import { BANDS } from '../../src/domain/hit.ts';
import { TASK_THRESHOLD } from '../decision/bands.ts';
import { type CalibrationFigures, calibrationFigures } from './calibration-error.ts';
import {
  atFalsePairs,
  atPrecision,
  atRecall,
  atThreshold,
  bestF1,
  buildCurve,
  type Curve,
  type CurvePoint,
  f1,
  type LabelledScore,
  precisionAt,
} from './curve.ts';
import { recallAtPrecisionInterval } from './recall-interval.ts';
import { bootstrapMean, type Interval, seededRandom } from './resampling.ts';
import { type GroupRecall, type RecallGap, recallByGroup, recallGap } from './traditions.ts';
import type { ScoredPair, TruthRow } from './truth.ts';

/** Precision, recall and false alerts at one cut. */
export interface OperatingPoint {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly falsePer10k: number;
}

/** Figures of a ranking alone. */
export interface RankingFigures {
  readonly entries: number;
  readonly truePairs: number;
  readonly averagePrecision: number;
  readonly recallAtPrecision95: number;
  readonly recallAtPrecision99: number;
  readonly recallAt20FalsePer10k: number;
}

/** Everything by which two versions of the matcher are held against each other, and that `evaluate` prints. */
export interface EvaluationReport extends RankingFigures {
  readonly recallAtPrecision99Interval: Interval;
  readonly reportedPairs: number;
  readonly mostRecall: number;
  readonly bestF1: number;
  readonly falsePer10kAtRecall: Readonly<Record<string, number | null>>;
  readonly bands: Readonly<Record<string, OperatingPoint>>;
  readonly taskThreshold: OperatingPoint;
  readonly withoutUsableBsn: RankingFigures;
  readonly recallByKind: Readonly<Record<string, GroupRecall>>;
  readonly recallByKindWithoutUsableBsn: Readonly<Record<string, GroupRecall>>;
  readonly recallByTradition: Readonly<Record<string, GroupRecall>>;
  readonly falsePer10kByTradition: Readonly<Record<string, Interval & { readonly falsePer10k: number }>>;
  readonly recallGap: RecallGap | null;
  readonly calibration: CalibrationFigures;
}

/** How often figures are drawn anew for their intervals. */
const ROUNDS = 400;
const SEED = 1;

interface Labelled extends LabelledScore {
  readonly pair: ScoredPair;
}

function operatingPoint(point: CurvePoint, truePairs: number, entries: number): OperatingPoint {
  return {
    precision: precisionAt(point),
    recall: truePairs === 0 ? 0 : point.found / truePairs,
    f1: f1(point, truePairs),
    falsePer10k: (point.false / Math.max(1, entries)) * 10_000,
  };
}

function rankingFigures(curve: Curve, entries: number): RankingFigures {
  const recall = (point: CurvePoint | null): number =>
    point === null ? 0 : point.found / Math.max(1, curve.truePairs);
  return {
    entries,
    truePairs: curve.truePairs,
    averagePrecision: curve.averagePrecision,
    recallAtPrecision95: recall(atPrecision(curve, 0.95)),
    recallAtPrecision99: recall(atPrecision(curve, 0.99)),
    recallAt20FalsePer10k: recall(atFalsePairs(curve, (20 * entries) / 10_000)),
  };
}

function atBands(pairs: readonly Labelled[], truePairs: number, entries: number): Record<string, OperatingPoint> {
  const points: Record<string, OperatingPoint> = {};
  const included = new Set<string>();
  for (const band of BANDS) {
    included.add(band);
    const chosen = pairs.filter(({ pair }) => included.has(pair.band));
    const found = chosen.filter(({ isTrue }) => isTrue).length;
    points[band] = operatingPoint({ threshold: 0, found, false: chosen.length - found }, truePairs, entries);
  }
  return points;
}

function falseByTradition(truth: readonly TruthRow[], alerts: ReadonlyMap<string, number>, random: () => number) {
  const groups = new Map<string, number[]>();
  for (const { origin, entryId } of truth) {
    const counts = groups.get(origin) ?? [];
    counts.push(alerts.get(entryId) ?? 0);
    groups.set(origin, counts);
  }
  return Object.fromEntries(
    [...groups].map(([origin, counts]) => {
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      const { low, high } = bootstrapMean(counts, ROUNDS, random);
      return [origin, { falsePer10k: mean * 10_000, low: low * 10_000, high: high * 10_000 }];
    }),
  );
}

/** Recall and false alerts of groups at the task threshold. */
function groupFigures(truth: readonly TruthRow[], pairs: readonly Labelled[]) {
  const random = seededRandom(SEED);
  const found = new Set<string>();
  const alerts = new Map<string, number>();
  for (const { pair, isTrue, score } of pairs) {
    if (score < TASK_THRESHOLD) continue;
    if (isTrue) found.add(pair.entryId);
    else alerts.set(pair.entryId, (alerts.get(pair.entryId) ?? 0) + 1);
  }
  const kindsOf = (row: TruthRow): readonly string[] => (row.kinds.length === 0 ? ['(none)'] : row.kinds);
  const hard = truth.filter((row) => !row.bsnUsable);
  return {
    recallByKind: recallByGroup(truth, found, kindsOf, ROUNDS, random),
    recallByKindWithoutUsableBsn: recallByGroup(hard, found, kindsOf, ROUNDS, random),
    recallByTradition: recallByGroup(truth, found, (row) => [row.origin], ROUNDS, random),
    falsePer10kByTradition: falseByTradition(truth, alerts, random),
    recallGap: recallGap(truth, found, ROUNDS, random),
  };
}

/** Scores reported pairs against the truth. Pairs that are not reported count as never found. */
export function evaluate(truth: readonly TruthRow[], pairs: readonly ScoredPair[]): EvaluationReport {
  const byId = new Map(truth.map((row) => [row.entryId, row] as const));
  const labelled: Labelled[] = pairs.map((pair) => {
    const isTrue = byId.get(pair.entryId)?.officerId === pair.officerId;
    return { pair, score: pair.score, isTrue };
  });
  const entries = truth.length;
  const trueEntries = truth.filter((row) => row.officerId !== null).map((row) => row.entryId);
  const truePairs = trueEntries.length;
  const curve = buildCurve(labelled, truePairs);
  const hardRows = truth.filter((row) => !row.bsnUsable);
  const hardPairs = labelled.filter(({ pair }) => byId.get(pair.entryId)?.bsnUsable === false);
  const hardTrue = hardRows.filter((row) => row.officerId !== null).length;
  const best = bestF1(curve);
  const scored = labelled.map(({ pair, score, isTrue }) => ({ entryId: pair.entryId, score, isTrue }));
  const falseAt = (recall: number): number | null => {
    const point = atRecall(curve, recall);
    return point === null ? null : (point.false / entries) * 10_000;
  };
  return {
    ...rankingFigures(curve, entries),
    recallAtPrecision99Interval: recallAtPrecisionInterval(scored, trueEntries, 0.99, {
      rounds: ROUNDS,
      random: seededRandom(SEED),
    }),
    reportedPairs: pairs.length,
    mostRecall: (curve.points.at(-1)?.found ?? 0) / Math.max(1, truePairs),
    bestF1: best === null ? 0 : f1(best, truePairs),
    falsePer10kAtRecall: Object.fromEntries([0.9, 0.95, 0.98, 0.99, 0.995].map((recall) => [recall, falseAt(recall)])),
    bands: atBands(labelled, truePairs, entries),
    taskThreshold: operatingPoint(atThreshold(curve, TASK_THRESHOLD), truePairs, entries),
    withoutUsableBsn: rankingFigures(buildCurve(hardPairs, hardTrue), hardRows.length),
    ...groupFigures(truth, labelled),
    calibration: calibrationFigures(labelled),
  };
}
