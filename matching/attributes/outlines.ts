import { countBits, letterSet, repeatedLetters } from './letters.ts';

/**
 * Numbers per word: which letters occur in it and, behind that, which occur more than once, as bits; so of the word as
 * written, as heard and as scanned. Then the three lengths, eight bits each, the text's first. All 0 for a word of which
 * its outline can say nothing.
 */
export const OUTLINE = 8;
export const TEXT = 0;
export const SOUND = 2;
export const SHAPE = 4;
export const LENGTHS = 6;
export const AGAIN = 1;
const LONGEST = 255;

interface OutlinedWord {
  readonly text: string;
  readonly sound: string;
  readonly shape: string;
}

/** Fills in the outline of a word from a place on. */
export function fillOutline({ text, sound, shape }: OutlinedWord, outlines: Int32Array, at: number): void {
  outlines.fill(0, at, at + OUTLINE);
  // A lost letter, which sets the sign, stands for any letter.
  if ((letterSet(text) | letterSet(sound) | letterSet(shape)) < 0) return;
  if (Math.max(sound.length, shape.length) > LONGEST) return;
  fillLetters(text, outlines, at + TEXT);
  fillLetters(sound, outlines, at + SOUND);
  fillLetters(shape, outlines, at + SHAPE);
  outlines[at + LENGTHS] = text.length | (sound.length << 8) | (shape.length << 16);
}

function fillLetters(text: string, outlines: Int32Array, at: number): void {
  outlines[at] = letterSet(text);
  outlines[at + AGAIN] = repeatedLetters(text);
}

/** Letters of one text that another lacks, of each letter two at most: an error takes away one and adds one. */
export function lackingLetters(a: Int32Array, at: number, b: Int32Array, other: number): number {
  return countBits(a[at]! & ~b[other]!) + countBits(a[at + AGAIN]! & ~b[other + AGAIN]!);
}

/** Numbers per surname: the outlines of its core and, behind it, of its core with the particle. */
export const SURNAME_OUTLINE = 2 * OUTLINE;
export const CORE = 0;
export const FULL = CORE + OUTLINE;

/** A kept surname as far as its outline goes. */
interface OutlinedSurname {
  readonly id: number;
  readonly core: OutlinedWord | null;
  readonly full: OutlinedWord | null;
  readonly parts: readonly OutlinedWord[];
}

/**
 * Outlines of the register's surnames in one typed column, by their ids: they tell of most pairs that there is no likeness,
 * without a look at strings that lie all over memory.
 */
export class SurnameOutlines {
  numbers = new Int32Array(1024 * SURNAME_OUTLINE);

  add({ id, core, full, parts }: OutlinedSurname): void {
    const at = id * SURNAME_OUTLINE;
    if (at === this.numbers.length) this.#grow();
    // A double name is compared by its parts as well: the zeros that stand there say nothing of it.
    if (core === null || full === null || parts.length > 0) return;
    fillOutline(core, this.numbers, at + CORE);
    fillOutline(full, this.numbers, at + FULL);
  }

  /** Letters of a surname's core; 0 where there is no outline of it. */
  coreLength(id: number): number {
    return this.numbers[id * SURNAME_OUTLINE + CORE + LENGTHS]! & 255;
  }

  #grow(): void {
    const numbers = new Int32Array(this.numbers.length * 2);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }
}
