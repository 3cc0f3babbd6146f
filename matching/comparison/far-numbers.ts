/** Digits that one number of 32 bits holds, four bits each. */
const PACKED = 8;
const TENS = 10 ** PACKED;

/** The last eight digits of a number, four bits each, the last one lowest. */
export function packedDigits(number: number): number {
  let packed = 0;
  let rest = number;
  for (let at = 0; at < PACKED; at += 1) {
    const next = Math.floor(rest / 10);
    packed |= (rest - next * 10) << (4 * at);
    rest = next;
  }
  return packed;
}

/** Which digits of two packed runs differ, the lowest bit of each. */
function differing(a: number, b: number): number {
  const bits = a ^ b;
  return (bits | (bits >>> 1) | (bits >>> 2) | (bits >>> 3)) & 0x11111111;
}

/** How many of the lowest bits of eight digits are set. */
function countDigits(marks: number): number {
  return Math.imul(marks, 0x11111111) >>> 28;
}

/**
 * Says cheaply of most pairs of nine-digit numbers that they are more than two errors apart. Two errors on numbers of one
 * length are two substitutions or swaps, which touch four places at most, or a digit lost and another put in, which
 * shifts what lies between; whatever is neither is far.
 */
export class FarNumbers {
  #first = 0;
  #rest = 0;

  /** The entry's number, of nine digits; fewer or more are not for this comparison. */
  begin(number: number): void {
    this.#first = Math.floor(number / TENS);
    this.#rest = packedDigits(number);
  }

  /** @param packed `packedDigits` of the number. */
  isFar(number: number, packed: number): boolean {
    const first = (number / TENS) | 0;
    const marks = differing(this.#rest, packed);
    const isFirst = first !== this.#first;
    // Eight marks come to 8, which four bits hold.
    if (countDigits(marks) + (isFirst ? 1 : 0) <= 4) return false;
    const lowest = 31 - Math.clz32(marks & -marks);
    const highest = isFirst ? 4 * PACKED : 31 - Math.clz32(marks);
    return (
      !isShifted(this.#rest, (packed >>> 4) | (first << 28), lowest, highest) &&
      !isShifted(packed, (this.#rest >>> 4) | (this.#first << 28), lowest, highest)
    );
  }
}

/** Whether the digits from one place up to another, as bits, are those that stood one place higher. */
function isShifted(digits: number, higher: number, from: number, to: number): boolean {
  const span = (to === 32 ? -1 : (1 << to) - 1) & ~((1 << from) - 1);
  return ((digits ^ higher) & span) === 0;
}
