/**
 * Levenshtein distance, 0 … max, or max + 1 when it is more. Myers 1999 in the formulation of Hyyrö 2003: one pass over
 * the second word with 32-bit integers. `pattern` is `patternOf` the first word, `length` its length. A property test
 * holds it to fast-levenshtein, which is some ten times slower on names because it cannot stop early.
 */
export function boundedLevenshtein(pattern: Int32Array, length: number, other: string, max: number): number {
  return ofText(pattern, length, other, max, 0);
}

/** As `boundedLevenshtein`, but two neighbours that changed places count as one error (optimal string alignment). */
export function boundedAlignment(pattern: Int32Array, length: number, other: string, max: number): number {
  return ofText(pattern, length, other, max, -1);
}

/** `boundedAlignment` with `size` letters from a place on, each its code modulo 32, as a pattern's places. */
export function boundedAlignmentAt(
  pattern: Int32Array,
  length: number,
  letters: Uint8Array,
  start: number,
  size: number,
  max: number,
): number {
  return bitParallel(pattern, length, letters, start, size, max, -1);
}

let lettersOfOther = new Uint8Array(64);

function ofText(pattern: Int32Array, length: number, other: string, max: number, transpositions: number): number {
  const size = other.length;
  if (Math.abs(length - size) > max) return max + 1;
  if (size > lettersOfOther.length) lettersOfOther = new Uint8Array(size * 2);
  for (let index = 0; index < size; index += 1) lettersOfOther[index] = other.charCodeAt(index) & 31;
  return bitParallel(pattern, length, lettersOfOther, 0, size, max, transpositions);
}

function bitParallel(
  pattern: Int32Array,
  length: number,
  letters: Uint8Array,
  start: number,
  size: number,
  max: number,
  transpositions: number,
): number {
  if (length === 0) return Math.min(size, max + 1);
  if (Math.abs(length - size) > max) return max + 1;
  const last = 1 << (length - 1);
  let vertical = -1;
  let verticalNegative = 0;
  let diagonal = 0;
  let previous = 0;
  let score = length;
  for (let index = 0; index < size; index += 1) {
    const matches = pattern[letters[start + index]!]!;
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
