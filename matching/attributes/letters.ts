/** Longest word that is compared; longer ones are cut, far beyond any name that tells people apart. */
export const MAX_WORD = 31;
/** Letters are 1–26; 0 is a lost letter, equal to every letter. */
const ALPHABET = 27;

/** Letter codes of a folded word: a–z become 1–26, a lost letter 0. */
export function codesOf(word: string): Uint8Array {
  const length = Math.min(word.length, MAX_WORD);
  const codes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const code = word.charCodeAt(index) - 96;
    codes[index] = code >= 1 && code <= 26 ? code : 0;
  }
  return codes;
}

/** For each letter the positions in the word where it stands, as bits: what the bit-parallel comparison works on. */
export function patternOf(codes: Uint8Array): Int32Array {
  const pattern = new Int32Array(ALPHABET);
  for (let index = 0; index < codes.length; index += 1) {
    const bit = 1 << index;
    const code = codes[index]!;
    if (code === 0) for (let letter = 0; letter < ALPHABET; letter += 1) pattern[letter]! |= bit;
    else pattern[code]! |= bit;
  }
  pattern[0] = codes.length === 0 ? 0 : -1 >>> (32 - codes.length);
  return pattern;
}
