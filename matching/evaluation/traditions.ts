import { bootstrapMean, type Interval, shuffle } from './resampling.ts';
import type { TruthRow } from './truth.ts';

/** How one group of entries fares. */
export interface GroupRecall extends Interval {
  readonly entries: number;
  readonly recall: number;
}

/** The gap between the best and the worst group, and what of it chance alone would give. */
export interface RecallGap {
  readonly gap: number;
  /** Mean gap when the same outcomes are dealt to the groups at random. */
  readonly byChance: number;
  readonly excess: number;
  readonly lowest: string;
  readonly highest: string;
}

/** Groups smaller than this say nothing about themselves. */
const MIN_GROUP = 10;

/** Recall of each group that `keysOf` names, over true entries. */
export function recallByGroup(
  truth: readonly TruthRow[],
  found: ReadonlySet<string>,
  keysOf: (row: TruthRow) => readonly string[],
  rounds: number,
  random: () => number,
): Readonly<Record<string, GroupRecall>> {
  const groups = new Map<string, number[]>();
  for (const row of truth) {
    if (row.officerId === null) continue;
    for (const key of keysOf(row)) {
      const outcomes = groups.get(key) ?? [];
      outcomes.push(found.has(row.entryId) ? 1 : 0);
      groups.set(key, outcomes);
    }
  }
  return Object.fromEntries(
    [...groups].map(([key, values]) => {
      const recall = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [key, { entries: values.length, recall, ...bootstrapMean(values, rounds, random) }];
    }),
  );
}

function gapOf(groups: ReadonlyMap<string, readonly number[]>): { gap: number; lowest: string; highest: string } {
  let [lowest, highest, low, high] = ['', '', Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [key, values] of groups) {
    const recall = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (recall < low) [lowest, low] = [key, recall];
    if (recall > high) [highest, high] = [key, recall];
  }
  return { gap: high - low, lowest, highest };
}

/** Null when there are not two groups large enough. */
export function recallGap(
  truth: readonly TruthRow[],
  found: ReadonlySet<string>,
  rounds: number,
  random: () => number,
): RecallGap | null {
  const labels: string[] = [];
  const values: number[] = [];
  for (const row of truth) {
    if (row.officerId === null) continue;
    labels.push(row.origin);
    values.push(found.has(row.entryId) ? 1 : 0);
  }
  const observed = gapOf(grouped(labels, values));
  if (observed.gap < 0 || observed.lowest === '' || observed.gap === Number.NEGATIVE_INFINITY) return null;
  let total = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(labels, random);
    total += gapOf(grouped(labels, values)).gap;
  }
  const byChance = total / rounds;
  return { ...observed, byChance, excess: observed.gap - byChance };
}

function grouped(labels: readonly string[], values: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  labels.forEach((label, index) => {
    const group = groups.get(label);
    const value = values[index] ?? 0;
    if (group === undefined) groups.set(label, [value]);
    else group.push(value);
  });
  return new Map([...groups].filter(([, group]) => group.length >= MIN_GROUP));
}
