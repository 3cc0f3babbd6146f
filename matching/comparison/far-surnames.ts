import type { EntryName } from '../attributes/entry-person.ts';
import {
  CORE,
  FULL,
  fillOutline,
  LENGTHS,
  lackingLetters,
  OUTLINE,
  SHAPE,
  SOUND,
  SURNAME_OUTLINE,
  type SurnameOutlines,
  TEXT,
} from '../attributes/outlines.ts';
import { MIN_STUMP, mostErrors } from './surname.ts';

/** Errors that a part of a double name may have, and a surname among the given names. */
const PART_ERRORS = 1;

/** The fewest errors that make one text of the other. */
function fewestErrors(a: Int32Array, at: number, b: Int32Array, other: number): number {
  return Math.max(lackingLetters(a, at, b, other), lackingLetters(b, other, a, at));
}

/**
 * Says cheaply of most surnames that they are `different` from an entry's, by their outlines: too many letters stand in one
 * name only, and none is the beginning or the end of the other. A property test holds it to the comparison itself.
 */
export class FarSurnames {
  /** Outlines of the entry's surname without and with its particle, then of its parts and its given names. */
  #outlines = new Int32Array(8 * OUTLINE);
  #words = 0;
  #hasParticle = false;
  #isUsable = false;

  begin({ surname, givenNames }: EntryName): void {
    const { core, full } = surname;
    this.#isUsable = false;
    if (core === null || full === null) return;
    const { names, together } = givenNames;
    const words = [core, full, ...surname.parts];
    // Names with other romanisations have more likes than their letters show.
    if (words.some((word) => word.surnameVariants !== null)) return;
    words.push(...names);
    if (together !== null && names.length > 1) words.push(together);
    if (words.length * OUTLINE > this.#outlines.length) this.#outlines = new Int32Array(words.length * 2 * OUTLINE);
    for (const [at, word] of words.entries()) fillOutline(word, this.#outlines, at * OUTLINE);
    this.#words = words.length;
    this.#hasParticle = core !== full;
    this.#isUsable = words.every((_, at) => this.#outlines[at * OUTLINE + TEXT] !== 0);
  }

  /** Whether a kept surname is surely `different` from the entry's, from its parts and from the given names. */
  isFar({ numbers }: SurnameOutlines, id: number): boolean {
    const core = id * SURNAME_OUTLINE + CORE;
    const full = id * SURNAME_OUTLINE + FULL;
    if (!this.#isUsable || numbers[core] === 0 || numbers[full] === 0) return false;
    if (!this.#areFar(0, numbers, core)) return false;
    const hasParticle = numbers[core + LENGTHS] !== numbers[full + LENGTHS];
    if ((hasParticle || this.#hasParticle) && !this.#areFar(OUTLINE, numbers, full)) return false;
    for (let word = 2; word < this.#words; word += 1) {
      if (this.#areNear(word * OUTLINE, numbers, core)) return false;
      if (hasParticle && this.#areNear(word * OUTLINE, numbers, full)) return false;
    }
    return true;
  }

  /** Whether the entry's word at a place and the subject's at another have too many errors, and neither holds the other. */
  #areFar(at: number, numbers: Int32Array, other: number): boolean {
    const ours = this.#outlines;
    const length = ours[at + LENGTHS]! & 255;
    const otherLength = numbers[other + LENGTHS]! & 255;
    const max = mostErrors(Math.max(length, otherLength));
    const lacking = lackingLetters(ours, at + TEXT, numbers, other + TEXT);
    const added = lackingLetters(numbers, other + TEXT, ours, at + TEXT);
    if (Math.max(lacking, added, Math.abs(length - otherLength)) <= max) return false;
    // A name that the other begins or ends with has no letter of its own.
    if ((lacking === 0 || added === 0) && Math.min(length, otherLength) >= MIN_STUMP) return false;
    return (
      fewestErrors(ours, at + SOUND, numbers, other + SOUND) >= max &&
      fewestErrors(ours, at + SHAPE, numbers, other + SHAPE) >= max
    );
  }

  /** Whether the entry's word at a place may be the subject's at another. */
  #areNear(at: number, numbers: Int32Array, other: number): boolean {
    const ours = this.#outlines;
    return (
      fewestErrors(ours, at + TEXT, numbers, other + TEXT) <= PART_ERRORS ||
      fewestErrors(ours, at + SOUND, numbers, other + SOUND) === 0 ||
      fewestErrors(ours, at + SHAPE, numbers, other + SHAPE) === 0
    );
  }
}
