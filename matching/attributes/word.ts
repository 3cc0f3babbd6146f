import { hashText } from './hash.ts';
import { letterSet, MAX_WORD, patternOf } from './letters.ts';
import type { NameTables } from './name-tables.ts';
import { shapeOf, soundOf } from './sound.ts';

/** A folded word with all that comparing it needs, each part made on first use and kept. */
export class Word {
  readonly text: string;
  readonly length: number;
  /** Which letters occur, as bits. */
  readonly letters: number;
  readonly #tables: NameTables;
  #sound: string | null = null;
  #shape: string | null = null;
  #soundKey: number | null = null;
  #surnamePpb = -1;
  #givenNamePpb = -1;
  #variants: ReadonlySet<string> | null | undefined;
  #surnameVariants: ReadonlySet<string> | null | undefined;
  #pattern: Int32Array | null = null;
  #soundPattern: Int32Array | null = null;
  #shapePattern: Int32Array | null = null;

  constructor(text: string, tables: NameTables) {
    this.text = text.length > MAX_WORD ? text.slice(0, MAX_WORD) : text;
    this.length = this.text.length;
    this.letters = letterSet(this.text);
    this.#tables = tables;
  }

  /** How it sounds, roughly. */
  get sound(): string {
    this.#sound ??= soundOf(this.text);
    return this.#sound;
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

  /** How many people, in parts per billion, have by chance a surname this near; `other` is the longer word if longer. */
  nearSurnamePpb(errors: number, other: Word): number {
    return this.#tables.nearSurnamePpb(errors, Math.max(this.length, other.length));
  }

  /** The same for given names. */
  nearGivenNamePpb(errors: number, other: Word): number {
    return this.#tables.nearGivenNamePpb(errors, Math.max(this.length, other.length));
  }

  /** Whether a person with this given name may use the other, or the other way round. */
  isVariantOf(other: Word): boolean {
    if (this.#variants === undefined) this.#variants = this.#tables.variantsOf(this.text);
    return this.#variants?.has(other.text) === true;
  }

  /** Other romanisations of this surname, folded. */
  get surnameVariants(): ReadonlySet<string> | null {
    if (this.#surnameVariants === undefined) this.#surnameVariants = this.#tables.surnameVariantsOf(this.text);
    return this.#surnameVariants;
  }

  get pattern(): Int32Array {
    this.#pattern ??= patternOf(this.text);
    return this.#pattern;
  }

  get soundPattern(): Int32Array {
    this.#soundPattern ??= patternOf(this.sound);
    return this.#soundPattern;
  }

  get shapePattern(): Int32Array {
    this.#shapePattern ??= patternOf(this.shape);
    return this.#shapePattern;
  }
}
