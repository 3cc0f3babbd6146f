/** Random numbers 0 ≤ x < 1 from a seed (mulberry32): the same report every time. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A rate with the bounds of its 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Percentile bootstrap of a mean. Where all values agree, which resampling cannot widen, Wilson's interval. */
export function bootstrapMean(values: readonly number[], rounds: number, random: () => number): Interval {
  const size = values.length;
  if (size === 0) return { low: 0, high: 1 };
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.every((value) => value === values[0])) return wilson(sum, size);
  const means: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let total = 0;
    for (let draw = 0; draw < size; draw += 1) total += values[Math.floor(random() * size)] ?? 0;
    means.push(total / size);
  }
  return percentiles(means);
}

/** The middle 95 % of some values. */
export function percentiles(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Wilson's 95 % interval of a share. */
export function wilson(successes: number, size: number): Interval {
  if (size === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = successes / size;
  const denominator = 1 + (z * z) / size;
  const centre = share + (z * z) / (2 * size);
  const half = z * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size));
  return { low: (centre - half) / denominator, high: (centre + half) / denominator };
}

/** Shuffles in place (Fisher–Yates). */
export function shuffle<T>(items: T[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [items[index], items[other]];
    items[index] = b as T;
    items[other] = a as T;
  }
}
