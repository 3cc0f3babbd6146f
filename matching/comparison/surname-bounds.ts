import type { EntryName } from '../attributes/entry-person.ts';
import { MAX_WORD } from '../attributes/letters.ts';
import type { NameTables } from '../attributes/name-tables.ts';
import {
  AGAIN,
  IS_SURNAME,
  LENGTH,
  lackingLetters,
  lengthAt,
  OUTLINE,
  SHAPE,
  SOUND,
  type SurnameOutlines,
  TEXT,
} from '../attributes/outlines.ts';
import { nearSurnamePpb, type Word } from '../attributes/word.ts';
import type { Weights } from '../decision/weights.ts';
import { levelNumbers } from './outcome.ts';
import { MIN_STUMP, MOST_ERRORS, mostErrors } from './surname.ts';

const LEVEL = levelNumbers('surname');

/** Errors that a part of a double name may have, and a surname among the given names. */
const PART_ERRORS = 1;

/** Where two names are written together, so many letters of how it sounds or looks may be other ones than of each alone. */
const JOINT_ERRORS = 3;

/** The fewest errors that make one text of the other. */
function fewestErrors(a: Int32Array, at: number, b: Int32Array, other: number): number {
  return Math.max(lackingLetters(a, at, b, other), lackingLetters(b, other, a, at));
}

/** Whether two texts have the same letters, and the same more than once: no error lies between them for sure. */
function sameLetters(a: Int32Array, at: number, b: Int32Array, other: number): boolean {
  return a[at] === b[other] && a[at + AGAIN] === b[other + AGAIN];
}

/**
 * Says cheaply what a subject's surname and particle weigh at most against an entry's, by their outlines: the letters that
 * stand in one name only tell how many errors lie between them at least, and that which level they reach at best. All
 * in milli-bits. A property test holds it to the comparison itself.
 */
export class SurnameBounds {
  /** What a surname weighs that is like nothing of the entry's. */
  readonly #different: number;
  /** What one weighs at most that stands among the entry's given names. */
  readonly inGivenNames: number;
  readonly #weights: Weights;
  readonly #tables: NameTables;
  /** By errors, from 1, and letters of the longer name: what names so near weigh at most; and if a table knows both. */
  readonly #near: readonly Int32Array[];
  readonly #nearKnown: readonly Int32Array[];
  /** The most that any surname weighs; a name that is a part of the other, or holds it. */
  readonly #highest: number;
  readonly #part: number;
  /** Outlines of the entry's surname without and with its particle, then of its parts and its given names. */
  #outlines = new Int32Array(8 * OUTLINE);
  readonly #joined = new Int32Array(OUTLINE);
  #partsEnd = 0;
  #givenNamesEnd = 0;
  #hasParticle = false;
  #isUsable = false;
  #exact = 0;

  constructor(weights: Weights, tables: NameTables) {
    const { surname } = weights;
    this.#weights = weights;
    this.#tables = tables;
    this.#different = surname.weigh(LEVEL.different, 0);
    this.#highest = surname.highest + weights.particle.highest;
    this.#part = Math.max(...[LEVEL.part, LEVEL.part_similar, LEVEL.truncated].map((level) => surname.weigh(level, 0)));
    this.inGivenNames = surname.weigh(LEVEL.in_given_names, 0);
    const near = (areKnown: boolean) =>
      Array.from({ length: MOST_ERRORS + 1 }, (_, errors) =>
        Int32Array.from({ length: MAX_WORD + 1 }, (_, letters) => this.#nearAtMost(errors, letters, 0, areKnown)),
      );
    this.#near = near(false);
    this.#nearKnown = near(true);
  }

  begin({ surname, givenNames }: EntryName): void {
    const { core, full, parts } = surname;
    this.#isUsable = false;
    if (core === null || full === null) return;
    const { names, together } = givenNames;
    const words: Word[] = [core, full, ...parts];
    // Names with other romanisations have more likes than their letters show.
    if (words.some((word) => word.surnameVariants !== null)) return;
    this.#partsEnd = words.length * OUTLINE;
    words.push(...names);
    if (together !== null && names.length > 1) words.push(together);
    this.#givenNamesEnd = words.length * OUTLINE;
    if (this.#givenNamesEnd > this.#outlines.length) this.#outlines = new Int32Array(this.#givenNamesEnd * 2);
    for (let at = 0; at < words.length; at += 1) this.#outlines.set(words[at]!.outline, at * OUTLINE);
    this.#hasParticle = core !== full;
    this.#isUsable = words.every((_, at) => this.#outlines[at * OUTLINE + TEXT] !== 0);
    this.#exact = this.#weights.surname.weigh(LEVEL.exact, core.surnamePpb);
  }

  /** The most that any surname weighs against an entry's with particle. */
  mostOfAny({ surname: { core, full, parts } }: EntryName): number {
    const { surname, particle } = this.#weights;
    // Without a surname the given names may still hold the subject's.
    if (core === null || full === null) return Math.max(surname.weigh(LEVEL.missing, 0), this.inGivenNames);
    const ppb = Math.min(core.surnamePpb, full.surnamePpb);
    let most = Math.max(
      surname.weigh(LEVEL.exact, core.surnamePpb),
      this.#nearAtMost(1, MAX_WORD, ppb, false),
      this.#part,
    );
    if (core.surnameVariants !== null || full.surnameVariants !== null)
      most = Math.max(most, surname.weigh(LEVEL.spelling, ppb));
    // All names of a double one in another order.
    for (const part of parts) most = Math.max(most, surname.weigh(LEVEL.spelling, part.surnamePpb));
    return Math.max(most + particle.highest, this.inGivenNames);
  }

  /** The most that a kept surname and its particle weigh, among the given names aside. */
  atMost(outlines: SurnameOutlines, id: number): number {
    if (!this.#isUsable || !outlines.has(id)) return this.#highest;
    const { cores, fulls } = outlines;
    const core = id * OUTLINE;
    const full = outlines.fullAt(id);
    const hasParticle = full !== 0;
    let most = this.#wholeAtMost(0, cores, core);
    if (hasParticle) most = Math.max(most, this.#wholeAtMost(OUTLINE, fulls, full));
    else if (this.#hasParticle) most = Math.max(most, this.#wholeAtMost(OUTLINE, cores, core));
    if (most < this.#part && this.#partsEnd > 2 * OUTLINE && this.#isNear(2 * OUTLINE, this.#partsEnd, outlines, id)) {
      most = this.#part;
    }
    return hasParticle || this.#hasParticle ? most + this.#weights.particle.highest : most;
  }

  /** Whether a kept surname may stand among the entry's given names. */
  mayBeGivenName(outlines: SurnameOutlines, id: number): boolean {
    if (!this.#isUsable || !outlines.has(id)) return true;
    return this.#isNear(this.#partsEnd, this.#givenNamesEnd, outlines, id);
  }

  /** The most that the double name of two kept surnames, in either order, and its particle weigh. */
  doubleAtMost(outlines: SurnameOutlines, first: number, second: number): number {
    if (!this.#isUsable || !outlines.has(first) || !outlines.has(second)) return this.#highest;
    const { cores, fulls } = outlines;
    const [firstFull, secondFull] = [outlines.fullAt(first), outlines.fullAt(second)];
    const hasParticles = this.#hasParticle || firstFull !== 0 || secondFull !== 0;
    let most = Math.max(this.inGivenNames, this.#joinedAtMost(0, cores, first * OUTLINE, cores, second * OUTLINE));
    if (hasParticles) {
      const [ours, theirs] = [firstFull === 0 ? cores : fulls, secondFull === 0 ? cores : fulls];
      most = Math.max(
        most,
        this.#joinedAtMost(OUTLINE, ours, firstFull || first * OUTLINE, theirs, secondFull || second * OUTLINE),
      );
    }
    const parts = this.#partsEnd > 2 * OUTLINE ? 2 * OUTLINE : 0;
    const isFirst = this.#isAnyNear(parts, this.#partsEnd, cores, first * OUTLINE);
    const isSecond = this.#isAnyNear(parts, this.#partsEnd, cores, second * OUTLINE);
    if (isFirst && isSecond) return this.#highest;
    if (isFirst || isSecond) most = Math.max(most, this.#part);
    return hasParticles ? most + this.#weights.particle.highest : most;
  }

  /** `#wholeAtMost` with two of the subject's words written together. */
  #joinedAtMost(at: number, firsts: Int32Array, first: number, seconds: Int32Array, second: number): number {
    const joined = this.#joined;
    for (let word = 0; word < LENGTH; word += AGAIN + 1) {
      const [a, b] = [firsts[first + word]!, seconds[second + word]!];
      joined[word] = a | b;
      joined[word + AGAIN] = firsts[first + word + AGAIN]! | seconds[second + word + AGAIN]! | (a & b);
    }
    // The length alone: whether a table knows the two as one is not known.
    const length = lengthAt(firsts, first) + lengthAt(seconds, second);
    // Of a longer one only the beginning is compared: the letters behind it would count as errors.
    if (length > MAX_WORD) return this.#highest;
    joined[LENGTH] = length;
    return this.#wholeAtMost(at, joined, 0, JOINT_ERRORS);
  }

  /**
   * What the entry's word at a place and the subject's at another weigh at most as whole names.
   * @param slack errors that the outline may show where a sound or a shape has none.
   */
  #wholeAtMost(at: number, numbers: Int32Array, other: number, slack = 0): number {
    const ours = this.#outlines;
    const length = lengthAt(ours, at);
    const otherLength = lengthAt(numbers, other);
    const longest = Math.max(length, otherLength);
    const lacking = lackingLetters(ours, at + TEXT, numbers, other + TEXT);
    const added = lackingLetters(numbers, other + TEXT, ours, at + TEXT);
    const written = Math.max(lacking, added, Math.abs(length - otherLength));
    // A name that the other begins or ends with has no letter of its own.
    const holds = (lacking === 0 || added === 0) && Math.min(length, otherLength) >= MIN_STUMP;
    const least = holds ? this.#part : this.#different;
    const areKnown = (ours[at + LENGTH]! & numbers[other + LENGTH]! & IS_SURNAME) !== 0;
    const near = areKnown ? this.#nearKnown : this.#near;
    if (written === 0) return Math.max(least, this.#exact, near[1]![longest]!);
    const heard = fewestErrors(ours, at + SOUND, numbers, other + SOUND);
    const scanned = fewestErrors(ours, at + SHAPE, numbers, other + SHAPE);
    const errors = Math.min(written, Math.max(heard - slack, 0) + 1, Math.max(scanned - slack, 0) + 1);
    if (errors > mostErrors(longest)) return least;
    return Math.max(least, near[errors]![longest]!);
  }

  /**
   * What names so many errors apart, or more, weigh at most.
   * @param errors from 1; names that sound alike are at least as near as those one error apart.
   * @param ppb at least so many bear the entry's name, in parts per billion.
   * @param areKnown whether a table knows both names.
   */
  #nearAtMost(errors: number, letters: number, ppb: number, areKnown: boolean): number {
    const { surname } = this.#weights;
    const weigh = (level: number, apart: number): number =>
      surname.weigh(level, ppb + nearSurnamePpb(this.#tables, apart, letters, areKnown));
    let most = weigh(LEVEL.similar, MOST_ERRORS);
    for (let apart = MOST_ERRORS - 1; apart >= Math.max(errors, 2); apart -= 1) {
      most = Math.max(most, weigh(LEVEL.similar, apart));
    }
    if (errors <= 2) most = Math.max(most, weigh(LEVEL.two_edits, 2));
    if (errors <= 1) {
      most = Math.max(most, weigh(LEVEL.spelling, 0), weigh(LEVEL.one_edit, 0), weigh(LEVEL.one_edit, 1));
    }
    return most;
  }

  /** Whether any of the entry's words from one place to another may be a kept surname, without or with its particle. */
  #isNear(from: number, to: number, outlines: SurnameOutlines, id: number): boolean {
    if (this.#isAnyNear(from, to, outlines.cores, id * OUTLINE)) return true;
    const full = outlines.fullAt(id);
    return full !== 0 && this.#isAnyNear(from, to, outlines.fulls, full);
  }

  /** Whether any of the entry's words from one place to another may be the subject's surname. */
  #isAnyNear(from: number, to: number, numbers: Int32Array, other: number): boolean {
    const ours = this.#outlines;
    for (let word = from; word < to; word += OUTLINE) {
      if (sameLetters(ours, word + SOUND, numbers, other + SOUND)) return true;
      if (sameLetters(ours, word + SHAPE, numbers, other + SHAPE)) return true;
      if (fewestErrors(ours, word + TEXT, numbers, other + TEXT) <= PART_ERRORS) return true;
    }
    return false;
  }
}
