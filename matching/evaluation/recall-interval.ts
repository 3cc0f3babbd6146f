import type { LabelledScore } from './curve.ts';
import { type Interval, percentiles } from './resampling.ts';

/** A reported pair and the entry that it stands with: what is said of one entry is drawn together. */
export interface EntryScore extends LabelledScore {
  readonly entryId: string;
}

/** How often one of very many entries is drawn: Poisson's distribution of mean 1 (Knuth's product of random numbers). */
function drawCount(random: () => number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-1); product *= random()) count += 1;
  return count;
}

/** Highest share of the drawn true entries that is found where the precision is at least `precision`. */
function recallOfDraw(
  sorted: readonly EntryScore[],
  drawn: ReadonlyMap<string, number>,
  drawnTrue: number,
  precision: number,
): number {
  let [found, wrong, best] = [0, 0, 0];
  sorted.forEach(({ entryId, score, isTrue }, at) => {
    const weight = drawn.get(entryId) ?? 0;
    if (isTrue) found += weight;
    else wrong += weight;
    if (sorted[at + 1]?.score !== score && found >= precision * (found + wrong) - 1e-9) best = Math.max(best, found);
  });
  return drawnTrue === 0 ? 0 : best / drawnTrue;
}

/** 95 % bootstrap interval, over entries, of the recall at a precision. `trueEntries`: all of them, reported or not. */
export function recallAtPrecisionInterval(
  pairs: readonly EntryScore[],
  trueEntries: readonly string[],
  precision: number,
  { rounds, random }: { readonly rounds: number; readonly random: () => number },
): Interval {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  const entries = [...new Set([...trueEntries, ...pairs.map(({ entryId }) => entryId)])];
  const recalls = Array.from({ length: rounds }, () => {
    const drawn = new Map(entries.map((entryId) => [entryId, drawCount(random)] as const));
    const drawnTrue = trueEntries.reduce((sum, entryId) => sum + (drawn.get(entryId) ?? 0), 0);
    return recallOfDraw(sorted, drawn, drawnTrue, precision);
  });
  return percentiles(recalls);
}
