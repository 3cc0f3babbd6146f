/** Rows, a power of two. Sounds that share one only make it say "perhaps" more often. */
const ROWS = 1 << 17;
/** Words of 32 bits per row: two of years, six of days, eight of given names; side by side, as one look into memory. */
const WIDTH = 16;
const DAYS = 64;
const DAY_BITS = 192;
const GIVEN_NAMES = DAYS + DAY_BITS;

/** More wanted things than these are never denied. */
const MOST_WANTED = 31;

/** What may go together with a surname, as the number of a bit. Parts of the date are 0 when unknown; sounds are keys. */
export function yearBit(year: number): number {
  return year & 63;
}

export function dayBit(month: number, day: number): number {
  return DAYS + ((month * 31 + day) % DAY_BITS);
}

export function givenNameBit(sound: number): number {
  return GIVEN_NAMES + ((sound >>> 7) & 255);
}

/**
 * Which years and days of birth and which given names go together with a surname's sound in the register, roughly: a Bloom
 * filter per sound. An entry's surname has dozens of likes, most of them borne by a few; nearly all look-ups of one of these
 * with a date or a given name would find nobody, each after a wait for memory. Nothing is taken out: subjects that left only
 * make it say "perhaps" more often.
 */
export class Bearers {
  readonly #bits = new Int32Array(ROWS * WIDTH);

  /** Parts of the date are 0 when unknown; sounds are keys. */
  add(surname: number, year: number, month: number, day: number, givenNames: readonly number[]): void {
    this.#set(surname, yearBit(year));
    this.#set(surname, dayBit(month, day));
    for (const sound of givenNames) this.#set(surname, givenNameBit(sound));
  }

  /**
   * For each surname, which of the wanted things some bearer of it may have: bit `n` for the `n`th; a bit that is not set
   * says that surely nobody has. All in one loop without a choice in it, so that the waits for memory fall together.
   */
  mayHave(surnames: ArrayLike<number>, wanted: readonly number[], answers: Int32Array): void {
    const count = Math.min(wanted.length, MOST_WANTED);
    const beyond = wanted.length > MOST_WANTED ? 1 << MOST_WANTED : 0;
    for (let at = 0; at < surnames.length; at += 1) {
      const row = rowOf(surnames[at]!);
      let answer = beyond;
      for (let which = 0; which < count; which += 1) {
        const bit = wanted[which]!;
        answer |= ((this.#bits[row + (bit >>> 5)]! >>> (bit & 31)) & 1) << which;
      }
      answers[at] = answer;
    }
  }

  #set(surname: number, bit: number): void {
    this.#bits[rowOf(surname) + (bit >>> 5)]! |= 1 << (bit & 31);
  }
}

/** Whether the `which`th wanted thing is in an answer of `mayHave`. */
export function isPossible(answer: number, which: number): boolean {
  return (answer & (1 << Math.min(which, MOST_WANTED))) !== 0;
}

function rowOf(surname: number): number {
  return ((surname ^ (surname >>> 15)) & (ROWS - 1)) * WIDTH;
}
