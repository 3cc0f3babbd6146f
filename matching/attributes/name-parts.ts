import { foldName, wordsOf } from './fold.ts';
import type { NameTables } from './name-tables.ts';

/** A surname taken apart. All parts are folded; the core is empty when no surname is known. */
export interface SurnameParts {
  /** Without particles, written together: `berg`, and `kraandelden` for a double name. */
  readonly core: string;
  /** With particles, written together: `vandenberg`. */
  readonly full: string;
  /** The names of a double or multiple surname; one element for a simple one. */
  readonly parts: readonly string[];
  /** Leading or trailing particle: `vanden`. */
  readonly particle: string;
  /** What stands after a comma and is no particle ("Jansen, Piet"), as written: given names in the wrong field. */
  readonly strayGivenNames: string;
}

/** Where lower case runs into upper case a space was lost: `DijkDonswijk`. Two letters on each side, so that `McKay` and a slip like `eSvens` stay whole. */
const LOST_SPACE = /(\p{Ll}{2})(\p{Lu}\p{Ll}{2})/gu;
/** Words as nearly everybody writes them, in which nothing is to be restored: most of the time saved is theirs. */
const ORDINARY = /^[A-Z]?[a-z]*(?: [A-Z]?[a-z]*)*$/;
const ORDINARY_WORD = /^[A-Z]?[a-z]+$/;

function restoreSpaces(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.replace(LOST_SPACE, '$1 $2');
}

function withoutTitles(words: readonly string[], tables: NameTables): readonly string[] {
  const kept = words.filter((word) => !tables.titles.has(word));
  return kept.length === 0 ? words : kept;
}

interface Run {
  /** A title of nobility in front; empty when there is none. */
  readonly title: string;
  readonly leading: string[];
  readonly names: string[];
  /** The words with a particle that stood behind the names put before them. */
  readonly words: readonly string[];
}

/** Splits the words of one joint into leading particles and the names after them; particles in between part names. */
function splitParticles(given: readonly string[], tables: NameTables): Run {
  const leading: string[] = [];
  const names: string[] = [];
  const { title, rest } = withoutNobleTitle(given, tables);
  const words = particlesFirst(rest, tables);
  words.forEach((word, index) => {
    const last = index === words.length - 1;
    if (tables.particleWords.has(word) && !(last && names.length === 0)) {
      if (names.length === 0) leading.push(word);
    } else names.push(word);
  });
  return { title, leading, names, words };
}

/** "graaf van Bylandt" as "van Bylandt" and what may be a surname all the same: "Prins van der Meer" is a double name too. */
function withoutNobleTitle(words: readonly string[], tables: NameTables): { title: string; rest: readonly string[] } {
  const [title = '', ...rest] = words;
  const isTitle = tables.nobleTitles.has(title) && tables.particleWords.has(rest[0] ?? '');
  const hasName = rest.some((word) => !tables.particleWords.has(word));
  return isTitle && hasName ? { title, rest } : { title: '', rest: words };
}

/** "Berg vd" as "vd Berg", unless a particle leads already. */
function particlesFirst(words: readonly string[], tables: NameTables): readonly string[] {
  const lastName = words.findLastIndex((word) => !tables.particleWords.has(word));
  if (lastName < 0 || lastName === words.length - 1 || tables.particleWords.has(words[0]!)) return words;
  return [...words.slice(lastName + 1), ...words.slice(0, lastName + 1)];
}

/** One particle word or several, and nothing else. */
function isParticle(text: string, tables: NameTables): boolean {
  const words = wordsOf(foldName(text));
  return words.length > 0 && words.every((word) => tables.particleWords.has(word));
}

/** Brackets at the end may hold a maiden name or, as in an index of names, the particle: "Berg (van den)". */
const LAST_IN_BRACKETS = /\s*\(([^()]*)\)\s*$/u;

/** Takes a surname and its particle apart, wherever the particle was written: its own field, before, after a comma. */
export function parseSurname(particle: string, surname: string, tables: NameTables): SurnameParts {
  if (particle === '' && ORDINARY_WORD.test(surname)) {
    // One word is the name, even where it would be a particle or a title before another.
    const name = surname.toLowerCase();
    return { core: name, full: name, parts: [name], particle: '', strayGivenNames: '' };
  }
  const [beforeComma, ...afterComma] = surname
    .replace(LAST_IN_BRACKETS, (whole, held: string) => (isParticle(held, tables) ? `, ${held}` : whole))
    .split(',');
  const isTitle = (word: string): boolean => tables.titles.has(word) || tables.nobleTitles.has(word);
  const tail = wordsOf(foldName(afterComma.join(' '))).filter((word) => !isTitle(word));
  const tailIsParticle = isParticle(tail.join(' '), tables);
  const head = [...wordsOf(foldName(particle)).filter((word) => !isTitle(word)), ...(tailIsParticle ? tail : [])];
  const leading = [...head];
  const names: string[] = [];
  const titles: string[] = [];
  const all: string[] = [...head];
  restoreSpaces(beforeComma ?? '')
    .split(tables.joint)
    .forEach((joint) => {
      const words = withoutTitles(wordsOf(foldName(joint)), tables);
      const run = splitParticles(words, tables);
      if (names.length === 0) leading.push(...run.leading);
      if (run.title !== '') titles.push(run.title);
      names.push(...run.names);
      all.push(...run.words);
    });
  return {
    core: names.join(''),
    full: all.join(''),
    parts: [...titles, ...names],
    particle: leading.join(''),
    strayGivenNames: tailIsParticle || tail.length === 0 ? '' : afterComma.join(' ').trim(),
  };
}

/** A surname whose folded forms are known. */
interface FoldedSurname {
  readonly core: { readonly text: string } | null;
  readonly full: { readonly text: string } | null;
  readonly particle: string;
}

/** The double name of two surnames: `Kraan` and `van Delden` as `Kraan-van Delden`. */
export function joinSurnames(first: FoldedSurname, second: FoldedSurname): SurnameParts {
  const parts = [first.core?.text ?? '', second.core?.text ?? ''];
  const full = `${first.full?.text ?? ''}${second.full?.text ?? ''}`;
  return { core: parts.join(''), full, parts, particle: first.particle, strayGivenNames: '' };
}

/** Given names taken apart, folded. */
export interface GivenNameParts {
  /** In the order written; hyphenated names as two. */
  readonly names: readonly string[];
  /** First letters in order, from the initials field or else from the names. */
  readonly initials: string;
  /** Whether the initials came from a field of their own or stood in place of names. */
  readonly initialsGiven: boolean;
}

/** `ThJ`: capitals, each with at most one small letter behind it. */
const RUN_OF_INITIALS = /^(?:\p{Lu}\p{Ll}?){2,5}$/u;

const CAPITALS_WITH_POINTS = /^(?:[A-Z]\.)*$/;

/** `A.B.`, `A B`, `AB`, `ThJ` and `Th.J.` as letters: the first of each part, or each capital of a bare run. */
function initialLetters(text: string): string {
  const bare = text.trim();
  if (CAPITALS_WITH_POINTS.test(bare)) return bare.replaceAll('.', '').toLowerCase();
  if (/^\p{Lu}{2,5}$/u.test(bare) && !/^(?:Th|Ph|IJ|Ch)$/i.test(bare)) return foldName(bare);
  if (RUN_OF_INITIALS.test(bare) && /\p{Ll}/u.test(bare)) return foldName(bare.replace(/\p{Ll}/gu, ''));
  return wordsOf(foldName(bare.replace(/[.,]/g, ' ')))
    .map((word) => word[0] ?? '')
    .join('');
}

/** Only single letters, or letters with points: initials that stand in the field of the given names. */
function looksLikeInitials(text: string): boolean {
  if (/[a-z]{3}/.test(text)) return false;
  return /^\s*(?:\p{L}{1,2}\.\s*)+$/u.test(text) || /^\s*\p{Lu}(?:[\s.]+\p{Lu})*\.?\s*$/u.test(text);
}

/** Takes given names and initials apart; initials are derived from the names where they are missing. */
export function parseGivenNames(givenNames: string, initials: string, tables: NameTables): GivenNameParts {
  const fromField = initialLetters(initials);
  if (looksLikeInitials(givenNames)) {
    const letters = initialLetters(givenNames);
    return { names: [], initials: letters.length >= fromField.length ? letters : fromField, initialsGiven: true };
  }
  const spaced = restoreSpaces(givenNames);
  const names = withoutTitles(wordsOf(foldName(spaced)), tables);
  const whole = spaced.includes('-') ? withoutTitles(wordsOf(foldName(spaced.replace(/-/g, ''))), tables) : names;
  const derived = whole.map((word) => word[0] ?? '').join('');
  // "dhr" beside initials is a form of address; alone it might be somebody's name.
  const isAddress = fromField !== '' && names.every((word) => tables.titles.has(word));
  const initialsGiven = fromField !== '';
  return { names: isAddress ? [] : names, initials: initialsGiven ? fromField : derived, initialsGiven };
}

/** A full name in one text ("Klara Olga Wozniak", "Wozniak, Klara") as given names and surname. */
export function splitFullName(fullName: string, tables: NameTables): { givenNames: string; surname: string } {
  const [beforeComma, ...afterComma] = fullName.split(',');
  const tail = afterComma.join(' ').trim();
  if (tail !== '' && !isParticle(tail, tables)) {
    return { givenNames: tail, surname: beforeComma ?? '' };
  }
  const words = fullName.trim().split(/\s+/);
  let first = words.length - 1;
  for (let index = 1; index < words.length - 1; index += 1) {
    if (isParticle(words[index] ?? '', tables)) {
      first = index;
      break;
    }
  }
  return { givenNames: words.slice(0, first).join(' '), surname: words.slice(first).join(' ') };
}
