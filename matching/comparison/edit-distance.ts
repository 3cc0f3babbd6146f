/**
 * Levenshtein distance, 0 … max, or max + 1 when it is more. Myers 1999 in the formulation of Hyyrö 2003: one pass over
 * the second word with 32-bit integers. `pattern` is `patternOf` the first word, `length` its length. A property test
 * holds it to fast-levenshtein, which is some ten times slower on names because it cannot stop early.
 */
export function boundedLevenshtein(pattern: Int32Array, length: number, other: string, max: number): number {
  return bitParallel(pattern, length, other, max, 0);
}

/** As `boundedLevenshtein`, but two neighbours that changed places count as one error (optimal string alignment). */
export function boundedAlignment(pattern: Int32Array, length: number, other: string, max: number): number {
  return bitParallel(pattern, length, other, max, -1);
}

function bitParallel(pattern: Int32Array, length: number, other: string, max: number, transpositions: number): number {
  const size = other.length;
  if (length === 0) return Math.min(size, max + 1);
  if (Math.abs(length - size) > max) return max + 1;
  const last = 1 << (length - 1);
  let vertical = -1;
  let verticalNegative = 0;
  let diagonal = 0;
  let previous = 0;
  let score = length;
  for (let index = 0; index < size; index += 1) {
    const matches = pattern[other.charCodeAt(index) & 31]!;
    const swapped = ((~diagonal & matches) << 1) & previous & transpositions;
    diagonal = ((((matches & vertical) + vertical) | 0) ^ vertical) | matches | verticalNegative | swapped;
    let horizontal = verticalNegative | ~(diagonal | vertical);
    const horizontalNegative = diagonal & vertical;
    if ((horizontal & last) !== 0) score += 1;
    else if ((horizontalNegative & last) !== 0) score -= 1;
    if (score - (size - index - 1) > max) return max + 1;
    horizontal = (horizontal << 1) | 1;
    vertical = (horizontalNegative << 1) | ~(diagonal | horizontal);
    verticalNegative = horizontal & diagonal;
    previous = matches;
  }
  return score > max ? max + 1 : score;
}
