const DIGITS = 9;

/** Digits of a nine-digit number, the last first, for `FarNumbers`. */
function fillDigits(number: number, digits: Uint8Array): void {
  let rest = number;
  for (let at = 0; at < DIGITS; at += 1) {
    // Below 2³¹ this is a whole-number division.
    const next = (rest / 10) | 0;
    digits[at] = rest - next * 10;
    rest = next;
  }
}

/**
 * Says cheaply of most pairs of nine-digit numbers that they are more than two errors apart. Two errors on numbers of one
 * length are two substitutions or swaps, which touch four places at most, or a digit lost and another put in, which
 * shifts what lies between; whatever is neither is far.
 */
export class FarNumbers {
  readonly #entry = new Uint8Array(DIGITS);
  readonly #subject = new Uint8Array(DIGITS);

  /** The entry's number; fewer or more digits than nine are not for this comparison. */
  begin(number: number): void {
    fillDigits(number, this.#entry);
  }

  isFar(number: number): boolean {
    const a = this.#entry;
    const b = this.#subject;
    fillDigits(number, b);
    let mismatches = 0;
    let first = -1;
    let last = -1;
    for (let at = 0; at < DIGITS; at += 1) {
      if (a[at] === b[at]) continue;
      mismatches += 1;
      if (first < 0) first = at;
      last = at;
    }
    return mismatches > 4 && !isShifted(a, b, first, last) && !isShifted(b, a, first, last);
  }
}

/** Whether `b` from one place to another is `a` moved on by one. */
function isShifted(a: Uint8Array, b: Uint8Array, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (a[at] !== b[at + 1]) return false;
  return true;
}
