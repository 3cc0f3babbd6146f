/** Longest word that is compared; longer ones are cut, far beyond any name that tells people apart. */
export const MAX_WORD = 31;
/** `?`, a lost letter, folds onto this place of a pattern; a–z onto 1–26 and the digits onto 16–25. */
const LOST = 31;

/**
 * For each letter (its code modulo 32) the positions in the word where it stands, as bits: what the bit-parallel
 * comparison works on. A lost letter stands for every letter, on either side. At most `MAX_WORD` letters. Memory of an
 * older pattern may be given to be used again: an array of this size costs more to make than to fill.
 */
export function patternOf(word: string, pattern: Int32Array = new Int32Array(32)): Int32Array {
  pattern.fill(0);
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charCodeAt(index) & 31;
    const bit = 1 << index;
    if (letter === LOST) for (let other = 0; other < 32; other += 1) pattern[other]! |= bit;
    else pattern[letter]! |= bit;
  }
  pattern[LOST] = word.length === 0 ? 0 : -1 >>> (32 - word.length);
  return pattern;
}

/** Which letters occur, as bits: words that share few are far apart. */
export function letterSet(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** Which letters occur more than once, as bits. */
export function repeatedLetters(word: string): number {
  let once = 0;
  let again = 0;
  for (let index = 0; index < word.length; index += 1) {
    const letter = 1 << (word.charCodeAt(index) & 31);
    again |= once & letter;
    once |= letter;
  }
  return again;
}

/** Number of bits that are set. */
export function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Number of bits that are set in two numbers together: halfway both fit into the fields of one. */
export function countBothBits(a: number, b: number): number {
  const pairsA = a - ((a >>> 1) & 0x55555555);
  const pairsB = b - ((b >>> 1) & 0x55555555);
  const fours =
    (pairsA & 0x33333333) + ((pairsA >>> 2) & 0x33333333) + (pairsB & 0x33333333) + ((pairsB >>> 2) & 0x33333333);
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
