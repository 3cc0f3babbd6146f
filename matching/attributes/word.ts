import { hashText } from './hash.ts';
import { codesOf, patternOf } from './letters.ts';
import type { NameTables } from './name-tables.ts';
import { shapeOf, soundOf } from './sound.ts';

/** A folded word with all that comparing it needs; the costly parts are made on first use. */
export class Word {
  readonly text: string;
  readonly codes: Uint8Array;
  /** Bits of the letters that occur, bit 0 for a lost letter: words that share few letters are far apart. */
  readonly letters: number;
  readonly surnamePpb: number;
  readonly givenNamePpb: number;
  #pattern: Int32Array | null = null;
  #sound: Word | null = null;
  #shape: Word | null = null;
  readonly #tables: NameTables;

  constructor(text: string, tables: NameTables) {
    this.text = text;
    this.codes = codesOf(text);
    let letters = 0;
    for (let index = 0; index < this.codes.length; index += 1) letters |= 1 << this.codes[index]!;
    this.letters = letters;
    this.surnamePpb = tables.surnamePpb(text);
    this.givenNamePpb = tables.givenNamePpb(text);
    this.#tables = tables;
  }

  get pattern(): Int32Array {
    this.#pattern ??= patternOf(this.codes);
    return this.#pattern;
  }

  /** How it sounds, as a word of its own. */
  get sound(): Word {
    this.#sound ??= new Word(soundOf(this.text), this.#tables);
    return this.#sound;
  }

  /** What it looks like to a scanner, as a word of its own. */
  get shape(): Word {
    this.#shape ??= new Word(shapeOf(this.text), this.#tables);
    return this.#shape;
  }

  get soundKey(): number {
    return hashText(this.sound.text);
  }
}
