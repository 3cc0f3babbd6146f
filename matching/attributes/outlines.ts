import { doubled } from './doubled.ts';
import { countBothBits, letterSet, repeatedLetters } from './letters.ts';

/**
 * Numbers per word: which letters occur in it and, behind that, which occur more than once, as bits; so of the word as
 * written, as heard and as scanned. Then how many letters are written, with a bit for a word that a table knows as a surname,
 * and one number to spare. All 0 for a word of which its outline can say nothing.
 */
export const OUTLINE = 8;
export const TEXT = 0;
export const SOUND = 2;
export const SHAPE = 4;
export const LENGTH = 6;
export const AGAIN = 1;
/** Bit of the length, above what any has. */
export const IS_SURNAME = 1 << 8;

interface OutlinedWord {
  readonly text: string;
  readonly isSurname: boolean;
  readonly sound: string;
  readonly shape: string;
}

/** Fills in the outline of a word from a place on. */
export function fillOutline({ text, isSurname, sound, shape }: OutlinedWord, outlines: Int32Array, at: number): void {
  outlines.fill(0, at, at + OUTLINE);
  // A lost letter, which sets the sign, stands for any letter.
  if ((letterSet(text) | letterSet(sound) | letterSet(shape)) < 0) return;
  fillLetters(text, outlines, at + TEXT);
  fillLetters(sound, outlines, at + SOUND);
  fillLetters(shape, outlines, at + SHAPE);
  outlines[at + LENGTH] = text.length | (isSurname ? IS_SURNAME : 0);
}

function fillLetters(text: string, outlines: Int32Array, at: number): void {
  outlines[at] = letterSet(text);
  outlines[at + AGAIN] = repeatedLetters(text);
}

/** Letters of the word whose outline stands at a place. */
export function lengthAt(outlines: Int32Array, at: number): number {
  return outlines[at + LENGTH]! & (IS_SURNAME - 1);
}

/** Letters of one text that another lacks, of each letter two at most: an error takes away one and adds one. */
export function lackingLetters(a: Int32Array, at: number, b: Int32Array, other: number): number {
  return countBothBits(a[at]! & ~b[other]!, a[at + AGAIN]! & ~b[other + AGAIN]!);
}

/** A kept surname as far as its outline goes. */
interface OutlinedSurname {
  readonly id: number;
  readonly core: OutlinedWord | null;
  readonly full: OutlinedWord | null;
  readonly parts: readonly OutlinedWord[];
}

/** Behind a core's outline: where that of the core with its particle stands; 0 when the surname has none. */
const FULL = 7;

/**
 * Outlines of the register's surnames in one typed column, by their ids: they tell of most pairs that there is no likeness,
 * without a look at strings that lie all over memory. Few have a particle, so that the outlines with it stand apart.
 */
export class SurnameOutlines {
  cores = new Int32Array(1024 * OUTLINE);
  fulls = new Int32Array(1024 * OUTLINE);
  #fulls = 0;

  add({ id, core, full, parts }: OutlinedSurname): void {
    const at = id * OUTLINE;
    if (at === this.cores.length) this.cores = doubled(this.cores);
    // A double name is compared by its parts as well: the zeros that stand there say nothing of it.
    if (core === null || full === null || parts.length > 0) return;
    fillOutline(core, this.cores, at);
    if (core === full) return;
    this.#fulls += 1;
    const fullAt = this.#fulls * OUTLINE;
    if (fullAt === this.fulls.length) this.fulls = doubled(this.fulls);
    fillOutline(full, this.fulls, fullAt);
    if (this.fulls[fullAt + TEXT] === 0) this.cores.fill(0, at, at + OUTLINE);
    else this.cores[at + FULL] = fullAt;
  }

  /** Whether the outline of a surname says anything. */
  has(id: number): boolean {
    return this.cores[id * OUTLINE + TEXT] !== 0;
  }

  /** Place among `fulls` of a surname with its particle; 0 when it has none. */
  fullAt(id: number): number {
    return this.cores[id * OUTLINE + FULL]!;
  }

  /** Letters of a surname's core; 0 where there is no outline of it. */
  coreLength(id: number): number {
    return lengthAt(this.cores, id * OUTLINE);
  }
}
