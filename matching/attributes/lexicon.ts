import { type GivenNameParts, parseGivenNames, parseSurname, type SurnameParts } from './name-parts.ts';
import type { NameTables } from './name-tables.ts';
import { SurnameOutlines } from './outlines.ts';
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
  /** Sound keys it is filed and looked up under: without particle, with it, and each part of a double name. */
  readonly sounds: readonly number[];
}

/** Given names ready for comparing. */
export interface GivenNamesAttribute {
  readonly id: number;
  readonly names: readonly Word[];
  /** All names written together; null when there are none. */
  readonly together: Word | null;
  readonly initials: string;
  /** Share of people with the first initial, and with all of them in this order, in parts per billion. */
  readonly initialPpb: number;
  readonly initialsPpb: number;
  readonly callNames: readonly Word[];
  /** Sound keys: of the first names, of all together and of the call name. */
  readonly sounds: readonly number[];
}

/** Words of entries that are remembered for the next entry; then forgotten together, so that memory stays bounded. */
const MAX_GUESTS = 20_000;
/** Given names after these are not used as keys. */
const KEY_NAMES = 2;

/** Joined rather than written as one template, which the engine would keep in its pieces. */
function keyOf(...parts: readonly string[]): string {
  return parts.join('|');
}

const NO_WORDS: readonly Word[] = [];

/** Without the room to grow that a list keeps while it is filled: a register has a hundred thousand such lists. */
function settled<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}

function addSound(sounds: number[], word: Word, shortest: number): void {
  if (word.length >= shortest && !sounds.includes(word.soundKey)) sounds.push(word.soundKey);
}

/**
 * Keeps each distinct word, surname and run of given names of the register once, so that a thousand people called
 * De Jong cost one comparison. It grows with the register only; words of entries are guests.
 */
export class Lexicon {
  readonly tables: NameTables;
  /** Of the kept surnames. */
  readonly outlines = new SurnameOutlines();
  readonly #words = new Map<string, Word>();
  readonly #guests = new Map<string, Word>();
  readonly #surnames = new Map<string, SurnameAttribute>();
  readonly #surnamesById: SurnameAttribute[] = [];
  readonly #givenNames = new Map<string, GivenNamesAttribute>();

  constructor(tables: NameTables) {
    this.tables = tables;
  }

  get surnameCount(): number {
    return this.#surnames.size;
  }

  /** A kept surname by its id. */
  surnameAt(id: number): SurnameAttribute {
    return this.#surnamesById[id]!;
  }

  get givenNamesCount(): number {
    return this.#givenNames.size;
  }

  keepSurname(particle: string, surname: string): SurnameAttribute {
    const key = particle === '' ? surname : keyOf(particle, surname);
    let kept = this.#surnames.get(key);
    if (kept === undefined) {
      kept = this.#surname(this.#surnames.size, parseSurname(particle, surname, this.tables), this.#keptWord);
      this.#surnames.set(key, kept);
      this.#surnamesById.push(kept);
      this.outlines.add(kept);
    }
    return kept;
  }

  keepGivenNames(givenNames: string, initials: string, callName: string): GivenNamesAttribute {
    const key = keyOf(givenNames, initials, callName);
    let kept = this.#givenNames.get(key);
    if (kept === undefined) {
      const parts = parseGivenNames(givenNames, initials, this.tables);
      kept = this.#given(this.#givenNames.size, parts, callName, this.#keptWord);
      this.#givenNames.set(key, kept);
    }
    return kept;
  }

  /** A surname that is not the register's own: of an entry, or a double name made for one comparison. */
  guestSurname(parts: SurnameParts): SurnameAttribute {
    return this.#surname(-1, parts, this.#guestWord);
  }

  guestGivenNames(givenNames: string, initials: string): GivenNamesAttribute {
    return this.#given(-1, parseGivenNames(givenNames, initials, this.tables), '', this.#guestWord);
  }

  readonly #keptWord = (text: string): Word => {
    let word = this.#words.get(text);
    if (word === undefined) {
      word = new Word(text, this.tables);
      this.#words.set(text, word);
    }
    return word;
  };

  readonly #guestWord = (text: string): Word => {
    let word = this.#words.get(text) ?? this.#guests.get(text);
    if (word === undefined) {
      if (this.#guests.size >= MAX_GUESTS) this.#guests.clear();
      word = new Word(text, this.tables);
      this.#guests.set(text, word);
    }
    return word;
  };

  #surname(id: number, parsed: SurnameParts, wordOf: (text: string) => Word): SurnameAttribute {
    if (parsed.core === '') return { id, core: null, full: null, parts: [], particle: parsed.particle, sounds: [] };
    const core = wordOf(parsed.core);
    const full = parsed.full === parsed.core ? core : wordOf(parsed.full);
    const parts = parsed.parts.length > 1 ? parsed.parts.map(wordOf) : NO_WORDS;
    const sounds = [core.soundKey];
    addSound(sounds, full, 1);
    for (const part of parts) addSound(sounds, part, 3);
    return { id, core, full, parts, particle: parsed.particle, sounds: settled(sounds) };
  }

  #given(id: number, parsed: GivenNameParts, callName: string, wordOf: (text: string) => Word): GivenNamesAttribute {
    const names = parsed.names.map(wordOf);
    const [first] = names;
    const together = names.length > 1 ? wordOf(parsed.names.join('')) : (first ?? null);
    const called = callName === '' ? NO_WORDS : parseGivenNames(callName, '', this.tables).names.map(wordOf);
    // Of several words a call name is the given names again, and no name after the first is a name apart.
    const other = called.filter((word) => (called.length > 1 ? !names.includes(word) : word !== first));
    const callNames = other.length === 0 ? NO_WORDS : settled(other);
    const sounds: number[] = [];
    for (const name of names.slice(0, KEY_NAMES)) addSound(sounds, name, 2);
    if (names.length > 1 && together !== null) addSound(sounds, together, 2);
    for (const name of callNames) addSound(sounds, name, 2);
    const { initials } = parsed;
    let share = 1e9;
    for (const letter of initials) share = share * this.tables.initialPpb(letter) * 1e-9;
    const initialPpb = initials === '' ? 0 : this.tables.initialPpb(initials.slice(0, 1));
    const initialsPpb = Math.round(share);
    return { id, names, together, initials, initialPpb, initialsPpb, callNames, sounds: settled(sounds) };
  }
}
