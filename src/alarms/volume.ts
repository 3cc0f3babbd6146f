/** How many entries came on one day, against the same weekday in earlier weeks. */
export interface VolumeFigures {
  readonly entries: number;
  /** Entries on the same weekday in earlier weeks, holidays left out. */
  readonly earlier: readonly number[];
}

/** Fewer earlier days say too little about what is usual. */
const FEWEST_DAYS = 4;
/** A day this many spreads under the median is low: for a normal spread about one day in 700. Chosen, not measured. */
const SPREADS = 3;
/** The spread is never taken for less than this share of the median: weeks differ more than chance alone would make them. */
const LEAST_RELATIVE_SPREAD = 0.1;
/** Makes the median absolute deviation comparable to a standard deviation under a normal distribution. */
const MAD_TO_STANDARD_DEVIATION = 1.4826;

/**
 * Whether fewer entries came than the band for that weekday. Median and median deviation, because one flood after an
 * outage must not make every ordinary week look low.
 */
export function isVolumeLow({ entries, earlier }: VolumeFigures): boolean {
  if (earlier.length < FEWEST_DAYS) return false;
  const usual = median(earlier);
  const deviation = MAD_TO_STANDARD_DEVIATION * median(earlier.map((count) => Math.abs(count - usual)));
  const spread = Math.max(deviation, Math.sqrt(usual), LEAST_RELATIVE_SPREAD * usual);
  return entries < usual - SPREADS * spread;
}

/** Of one or more figures. */
function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
