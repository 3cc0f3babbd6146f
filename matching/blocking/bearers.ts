/** Rows, a power of two. Sounds that share one only make it say "perhaps" more often. */
const ROWS = 1 << 17;
/** Words of 32 bits per row: two of years, two of days, four of given names; side by side, as one look into memory. */
const WIDTH = 8;
const DAYS = 64;
const GIVEN_NAMES = 128;

function yearBit(year: number): number {
  return year & 63;
}

function dayBit(month: number, day: number): number {
  return DAYS + ((month * 31 + day) & 63);
}

function givenNameBit(sound: number): number {
  return GIVEN_NAMES + ((sound >>> 7) & 127);
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

  /** False when surely nobody of that surname was born in the year. */
  mayHaveYear(surname: number, year: number): boolean {
    return this.#has(surname, yearBit(year));
  }

  mayHaveDay(surname: number, month: number, day: number): boolean {
    return this.#has(surname, dayBit(month, day));
  }

  mayHaveGivenName(surname: number, sound: number): boolean {
    return this.#has(surname, givenNameBit(sound));
  }

  #set(surname: number, bit: number): void {
    this.#bits[rowOf(surname) + (bit >>> 5)]! |= 1 << (bit & 31);
  }

  #has(surname: number, bit: number): boolean {
    return ((this.#bits[rowOf(surname) + (bit >>> 5)]! >>> (bit & 31)) & 1) !== 0;
  }
}

function rowOf(surname: number): number {
  return ((surname ^ (surname >>> 15)) & (ROWS - 1)) * WIDTH;
}
