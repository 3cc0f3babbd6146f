import { type GivenNameParts, parseGivenNames, parseSurname } from './name-parts.ts';
import type { NameTables } from './name-tables.ts';
import { Word } from './word.ts';

/** A surname ready for comparing. */
export interface SurnameAttribute {
  /** Counts from 0 within a lexicon; −1 for one that is not kept. */
  readonly id: number;
  /** Null when no surname is known. */
  readonly core: Word | null;
  /** With its particles; the core itself when it has none. */
  readonly full: Word | null;
  /** The names of a double or multiple surname; empty for a simple one. */
  readonly parts: readonly Word[];
  readonly particle: string;
}

/** Given names ready for comparing. */
export interface GivenNamesAttribute {
  readonly id: number;
  readonly names: readonly Word[];
  /** All names written together; null when there are none. */
  readonly together: Word | null;
  readonly initials: string;
  readonly callNames: readonly Word[];
}

/**
 * Keeps each distinct word, surname and run of given names of the register once, so that a thousand people called
 * De Jong cost one comparison. Entries are looked up in it but never added: it grows with the register only.
 */
export class Lexicon {
  readonly tables: NameTables;
  readonly #words = new Map<string, Word>();
  readonly #surnames = new Map<string, SurnameAttribute>();
  readonly #givenNames = new Map<string, GivenNamesAttribute>();

  constructor(tables: NameTables) {
    this.tables = tables;
  }

  get surnameCount(): number {
    return this.#surnames.size;
  }

  get givenNamesCount(): number {
    return this.#givenNames.size;
  }

  keepSurname(particle: string, surname: string): SurnameAttribute {
    const key = `${particle}|${surname}`;
    let kept = this.#surnames.get(key);
    if (kept === undefined) {
      kept = this.#surname(this.#surnames.size, particle, surname, true);
      this.#surnames.set(key, kept);
    }
    return kept;
  }

  keepGivenNames(givenNames: string, initials: string, callName: string): GivenNamesAttribute {
    const key = `${givenNames}|${initials}|${callName}`;
    let kept = this.#givenNames.get(key);
    if (kept === undefined) {
      const parts = parseGivenNames(givenNames, initials, this.tables);
      kept = this.#given(this.#givenNames.size, parts, callName, true);
      this.#givenNames.set(key, kept);
    }
    return kept;
  }

  /** For an entry: `stray` given names that stood in the surname field come along. */
  surname(particle: string, surname: string): { attribute: SurnameAttribute; stray: string } {
    const parts = parseSurname(particle, surname, this.tables);
    return { attribute: this.#surname(-1, particle, surname, false), stray: parts.strayGivenNames };
  }

  givenNames(givenNames: string, initials: string): GivenNamesAttribute {
    return this.#given(-1, parseGivenNames(givenNames, initials, this.tables), '', false);
  }

  #word(text: string, keep: boolean): Word {
    let word = this.#words.get(text);
    if (word === undefined) {
      word = new Word(text, this.tables);
      if (keep) this.#words.set(text, word);
    }
    return word;
  }

  #surname(id: number, particle: string, surname: string, keep: boolean): SurnameAttribute {
    const parsed = parseSurname(particle, surname, this.tables);
    if (parsed.core === '') return { id, core: null, full: null, parts: [], particle: parsed.particle };
    const core = this.#word(parsed.core, keep);
    return {
      id,
      core,
      full: parsed.full === parsed.core ? core : this.#word(parsed.full, keep),
      parts: parsed.parts.length > 1 ? parsed.parts.map((part) => this.#word(part, keep)) : [],
      particle: parsed.particle,
    };
  }

  #given(id: number, parsed: GivenNameParts, callName: string, keep: boolean): GivenNamesAttribute {
    const names = parsed.names.map((name) => this.#word(name, keep));
    const called = parseGivenNames(callName, '', this.tables).names.map((name) => this.#word(name, keep));
    const first = names[0];
    return {
      id,
      names,
      together: names.length > 1 ? this.#word(parsed.names.join(''), keep) : (first ?? null),
      initials: parsed.initials,
      callNames: called.filter((word) => word !== first),
    };
  }
}
