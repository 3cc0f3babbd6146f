import { hashText } from './hash.ts';
import { letterSet, MAX_WORD, patternOf } from './letters.ts';
import type { NameTables } from './name-tables.ts';
import { fillOutline, OUTLINE } from './outlines.ts';
import { heardOf, shapeOf, soundOf } from './sound.ts';

/**
 * How much commoner two near names are among strangers when people bear both (alike in sound, other letters), and how much
 * rarer when one of them is no known name. Of pairs at these levels on the public set, 4 % (sound: 13 %) of the true ones
 * and 80 % (55 %) of the strangers' are two known surnames. Fewer of the newcomers' names are known, so that less is made
 * of it than was counted, and nothing of a given name that no table knows.
 */
const BOTH_KNOWN = { sound: 3, letters: 8, shortLetters: 3 } as const;
const ONE_UNKNOWN = 0.5;
/** Of slips in names no longer than this every fourth makes another name that people bear; of six letters every fifteenth. */
const SHORT_NAME = 4;

function bothKnown(errors: number, letters: number): number {
  if (errors === 0) return BOTH_KNOWN.sound;
  return letters <= SHORT_NAME ? BOTH_KNOWN.shortLetters : BOTH_KNOWN.letters;
}

/**
 * How many people, in parts per billion, have by chance a surname so near another, the longer one of so many letters.
 * @param areKnown whether people bear both: one that they bear is seldom a misspelling of another.
 */
export function nearSurnamePpb(tables: NameTables, errors: number, letters: number, areKnown: boolean): number {
  return Math.round(tables.nearSurnamePpb(errors, letters) * (areKnown ? bothKnown(errors, letters) : ONE_UNKNOWN));
}

/** A folded word with all that comparing it needs, each part made on first use and kept. */
export class Word {
  readonly text: string;
  readonly length: number;
  /** Which letters occur, as bits. */
  readonly letters: number;
  readonly #tables: NameTables;
  #sound: string | null = null;
  #shape: string | null = null;
  #heard: string | null = null;
  #soundKey: number | null = null;
  #surnamePpb = -1;
  #givenNamePpb = -1;
  #surnameVariants: ReadonlySet<string> | null | undefined;
  #side: EntrySide | null = null;

  constructor(text: string, tables: NameTables) {
    this.text = text.length > MAX_WORD ? text.slice(0, MAX_WORD) : text;
    this.length = this.text.length;
    this.letters = letterSet(this.text);
    this.#tables = tables;
  }

  /** How it sounds, roughly. */
  get sound(): string {
    this.#sound ??= soundOf(this.text).slice(0, MAX_WORD);
    return this.#sound;
  }

  /** How it sounds to a Dutch ear as a French or English name; empty when that is no other sound. */
  get heard(): string {
    this.#heard ??= heardOf(this.text);
    return this.#heard;
  }

  /** What it looks like to a scanner. */
  get shape(): string {
    this.#shape ??= shapeOf(this.text);
    return this.#shape;
  }

  /** Hash of the sound: what subjects are filed under. */
  get soundKey(): number {
    this.#soundKey ??= hashText(this.sound);
    return this.#soundKey;
  }

  get surnamePpb(): number {
    if (this.#surnamePpb < 0) this.#surnamePpb = this.#tables.surnamePpb(this.text);
    return this.#surnamePpb;
  }

  get givenNamePpb(): number {
    if (this.#givenNamePpb < 0) this.#givenNamePpb = this.#tables.givenNamePpb(this.text);
    return this.#givenNamePpb;
  }

  /** Share among those whose surname goes with it, in parts per billion. */
  get amongNamesakesPpb(): number {
    return this.#tables.amongNamesakesPpb(this.text);
  }

  /** Whether a table knows it as a surname; a newcomer's may be missing. */
  get isSurname(): boolean {
    return this.surnamePpb > this.#tables.unknownSurnamePpb;
  }

  /** Whether a table has it as a given name. */
  get isGivenName(): boolean {
    return this.#tables.isGivenName(this.text);
  }

  /** How many people, in parts per billion, have by chance a surname this near. */
  nearSurnamePpb(errors: number, other: Word): number {
    const letters = Math.max(this.length, other.length);
    return nearSurnamePpb(this.#tables, errors, letters, this.isSurname && other.isSurname);
  }

  /** The same for given names. */
  nearGivenNamePpb(errors: number, other: Word): number {
    const letters = Math.max(this.length, other.length);
    const near = this.#tables.nearGivenNamePpb(errors, letters);
    const isBoth = this.isGivenName && other.isGivenName;
    return isBoth ? near * bothKnown(errors, letters) : near;
  }

  /** Whether a person with this given name may use the other, or the other way round. */
  isVariantOf(other: Word): boolean {
    const side = this.#entrySide;
    if (side.variants === undefined) side.variants = this.#tables.variantsOf(this.text);
    return side.variants?.has(other.text) === true;
  }

  /** Other romanisations of this surname, folded. */
  get surnameVariants(): ReadonlySet<string> | null {
    if (this.#surnameVariants === undefined) this.#surnameVariants = this.#tables.surnameVariantsOf(this.text);
    return this.#surnameVariants;
  }

  /** Of the text; holds until the sides of a thousand other words were asked for, so it is never kept. */
  get pattern(): Int32Array {
    return patternOn(this.#entrySide, TEXT_PATTERN, this.text);
  }

  /** Of the sound; as `pattern`. */
  get soundPattern(): Int32Array {
    return patternOn(this.#entrySide, SOUND_PATTERN, this.sound);
  }

  /** Of the shape; as `pattern`. */
  get shapePattern(): Int32Array {
    return patternOn(this.#entrySide, SHAPE_PATTERN, this.shape);
  }

  /** Its outline; holds as `pattern` does. */
  get outline(): Int32Array {
    const side = this.#entrySide;
    if (!side.hasOutline) fillOutline(this, side.outline, 0);
    side.hasOutline = true;
    return side.outline;
  }

  get #entrySide(): EntrySide {
    this.#side ??= lend(this);
    return this.#side;
  }

  /** What was worked out for its side is worked out anew when it is asked for again. */
  giveBackSide(): void {
    this.#side = null;
  }
}

const TEXT_PATTERN = 0;
const SOUND_PATTERN = 1;
const SHAPE_PATTERN = 2;

/**
 * What a word needs on the entry's side of a comparison, each part made on first use. Lent and given back: a register has
 * tens of thousands of words, and only those of the present entry need it.
 */
interface EntrySide {
  readonly patterns: readonly Int32Array[];
  /** Which patterns are this borrower's, as bits. */
  filled: number;
  readonly outline: Int32Array;
  hasOutline: boolean;
  /** Not asked for yet where undefined. */
  variants: ReadonlySet<string> | null | undefined;
  borrower: Word;
}

/** Far more than the words of one entry: the commonest names keep theirs from entry to entry. */
const SIDES = 1024;
const sides: EntrySide[] = [];
let lent = 0;

/** The side that was lent longest ago. */
function lend(borrower: Word): EntrySide {
  const at = lent++ % SIDES;
  const side = sides[at];
  if (side === undefined) {
    const patterns = [new Int32Array(32), new Int32Array(32), new Int32Array(32)];
    const made = {
      patterns,
      filled: 0,
      outline: new Int32Array(OUTLINE),
      hasOutline: false,
      variants: undefined,
      borrower,
    };
    sides[at] = made;
    return made;
  }
  side.borrower.giveBackSide();
  side.borrower = borrower;
  side.filled = 0;
  side.hasOutline = false;
  side.variants = undefined;
  return side;
}

function patternOn(side: EntrySide, which: number, text: string): Int32Array {
  const pattern = side.patterns[which]!;
  if ((side.filled & (1 << which)) === 0) {
    patternOf(text, pattern);
    side.filled |= 1 << which;
  }
  return pattern;
}
