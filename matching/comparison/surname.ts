import { countBits } from '../attributes/letters.ts';
import type { GivenNamesAttribute, SurnameAttribute } from '../attributes/lexicon.ts';
import type { Word } from '../attributes/word.ts';
import { boundedAlignment } from './edit-distance.ts';
import { levelNumbers, type Outcome } from './outcome.ts';

const LEVEL = levelNumbers('surname');

/** A part of a double name, or a stump that a field's width left, must be at least this long to say anything. */
export const MIN_PART = 3;
export const MIN_STUMP = 5;
/** More errors than this share of the letters make another name. */
const SIMILAR_SHARE = 0.43;

/** More errors than these are not told apart. */
export const MOST_ERRORS = 4;

/** Errors up to which two names of this length, the longer one's, are still somewhat alike. */
export function mostErrors(length: number): number {
  return Math.min(MOST_ERRORS, Math.max(2, Math.floor(length * SIMILAR_SHARE)));
}

/** Letters that respelling by ear may add to those that the errors change. */
const SET_SLACK = 4;

/** Errors between two words: as written, or as heard or scanned where that is nearer. 0 … max, or max + 1. */
export function wordErrors(entry: Word, subject: Word, max: number): number {
  // Every error changes at most two letters of the set; far sets cannot be near words, however they sound.
  if (countBits(entry.letters ^ subject.letters) > 2 * max + SET_SLACK) return max + 1;
  const written = boundedAlignment(entry.pattern, entry.length, subject.text, max);
  if (written <= 1) return written;
  const heard = boundedAlignment(entry.soundPattern, entry.sound.length, subject.sound, max - 1) + 1;
  const scanned = boundedAlignment(entry.shapePattern, entry.shape.length, subject.shape, max - 1) + 1;
  return Math.min(written, heard, scanned);
}

export function soundsAlike(entry: Word, subject: Word): boolean {
  return entry.sound === subject.sound || entry.shape === subject.shape;
}

/** How many agree this well by chance: those with the entry's own name, and those whose name is as near to it. */
function nearPpb(entry: Word, subject: Word, errors: number): number {
  return Math.min(1e9, entry.surnamePpb + (subject.surnamePpb >> 3) + entry.nearSurnamePpb(errors, subject));
}

/** Level of two whole words; `missing` never. */
function compareWords(entry: Word, subject: Word, out: Outcome): void {
  if (entry.text === subject.text) {
    out.level = LEVEL.exact;
    out.ppb = subject.surnamePpb;
    return;
  }
  const shortest = Math.min(entry.length, subject.length);
  const longest = Math.max(entry.length, subject.length);
  if (entry.surnameVariants?.has(subject.text) === true) {
    out.level = LEVEL.spelling;
    out.ppb = Math.max(entry.surnamePpb, subject.surnamePpb);
    return;
  }
  if (soundsAlike(entry, subject)) {
    out.level = shortest > 2 ? LEVEL.spelling : LEVEL.one_edit;
    out.ppb = nearPpb(entry, subject, 0);
    return;
  }
  const max = mostErrors(longest);
  const errors = wordErrors(entry, subject, max);
  out.ppb = nearPpb(entry, subject, errors);
  // No error is left where a lost letter stands for the one that is missing.
  if (errors === 0) out.level = LEVEL.spelling;
  else if (errors <= 1 && shortest > 1) out.level = LEVEL.one_edit;
  else if (errors <= 2 && shortest > 4) out.level = LEVEL.two_edits;
  else if (isStump(entry, subject)) {
    out.level = LEVEL.truncated;
    out.ppb = entry.surnamePpb + (subject.surnamePpb >> 3);
  } else if (errors <= max && shortest > 3) out.level = LEVEL.similar;
  else out.level = LEVEL.different;
}

/** One word is the beginning of the other: a field was too narrow. */
function isStump(a: Word, b: Word): boolean {
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  return short.length >= MIN_STUMP && long.startsWith(short);
}

/** Whether one name of a double surname is the other side's surname, or one of its names. */
function compareParts(entry: SurnameAttribute, subject: SurnameAttribute, out: Outcome): void {
  const entryParts = entry.parts.length > 0 ? entry.parts : [entry.core!];
  const subjectParts = subject.parts.length > 0 ? subject.parts : [subject.core!];
  if (isReordered(entryParts, subjectParts)) {
    out.level = LEVEL.spelling;
    out.ppb = Math.min(...subjectParts.map((part) => part.surnamePpb));
    return;
  }
  for (const entryPart of entryParts) {
    if (entryPart.length < MIN_PART) continue;
    for (const subjectPart of subjectParts) {
      if (subjectPart.length < MIN_PART) continue;
      if (entryPart.text === subjectPart.text) {
        if (out.level > LEVEL.part || subjectPart.surnamePpb < out.ppb) out.ppb = subjectPart.surnamePpb;
        out.level = LEVEL.part;
      } else if (out.level > LEVEL.part_similar && isNear(entryPart, subjectPart)) {
        out.level = LEVEL.part_similar;
        out.ppb = nearPpb(entryPart, subjectPart, 1);
      }
    }
  }
}

/** All names of a double surname in another order. */
function isReordered(entry: readonly Word[], subject: readonly Word[]): boolean {
  if (entry.length < 2 || entry.length !== subject.length) return false;
  if (entry.some((part) => part.length < MIN_PART)) return false;
  return isAmong(entry, subject) && isAmong(subject, entry);
}

function isAmong(names: readonly Word[], others: readonly Word[]): boolean {
  return names.every((name) => others.some((other) => other.text === name.text));
}

function isNear(entry: Word, subject: Word): boolean {
  if (entry.surnameVariants?.has(subject.text) === true) return true;
  return soundsAlike(entry, subject) || (subject.length > 4 && wordErrors(entry, subject, 2) <= 1);
}

/** A double name that lost its joint and its inner spaces begins or ends with the single name. */
function containsName(entry: Word, subject: Word): boolean {
  const [short, long] =
    entry.text.length < subject.text.length ? [entry.text, subject.text] : [subject.text, entry.text];
  return short.length >= MIN_STUMP && long.length >= short.length + MIN_PART && long.endsWith(short);
}

/**
 * With particles, where that is nearer: one side may have written its particle into the name. Where both stand apart,
 * their particles agree on their own account, and letters of a particle do not make the name longer.
 */
function compareWhole(entry: SurnameAttribute, subject: SurnameAttribute, out: Outcome): void {
  compareWords(entry.core!, subject.core!, out);
  const apart = entry.full !== entry.core && subject.full !== subject.core;
  if (out.level === LEVEL.exact || (entry.full === entry.core && subject.full === subject.core)) return;
  const { level, ppb } = out;
  // Of a core and one that holds its particle too, the commoner is the name.
  const common = Math.max(entry.core!.surnamePpb, subject.core!.surnamePpb);
  if (isWhole(entry, subject)) {
    out.level = LEVEL.exact;
    out.ppb = common;
    return;
  }
  if (!apart) compareWords(entry.full!, subject.full!, out);
  if (out.level >= level || out.level > LEVEL.two_edits) {
    out.level = level;
    out.ppb = ppb;
  } else out.ppb = Math.min(1e9, out.ppb + (common >> 3));
}

/** The same letters with their particles, wherever those were written. */
export function isWhole(entry: SurnameAttribute, subject: SurnameAttribute): boolean {
  return entry.full!.text === subject.full!.text;
}

/** Fills in the level of an entry's surname against one recorded form of a subject's. */
export function compareSurname(entry: SurnameAttribute, subject: SurnameAttribute, out: Outcome): void {
  out.ppb = 0;
  if (entry.core === null || subject.core === null) {
    out.level = LEVEL.missing;
    return;
  }
  compareWhole(entry, subject, out);
  if (out.level <= LEVEL.one_edit) return;
  if (entry.parts.length > 0 || subject.parts.length > 0) compareParts(entry, subject, out);
  if (out.level > LEVEL.part_similar && containsName(entry.core, subject.core)) {
    out.level = LEVEL.part_similar;
    out.ppb = Math.min(entry.core.surnamePpb, subject.core.surnamePpb);
  }
}

/** Whether a subject's whole surname stands among an entry's given names: fields that changed places. */
export function surnameInGivenNames(entry: GivenNamesAttribute, subject: SurnameAttribute): boolean {
  if (subject.core === null || subject.core.length < 2 || entry.together === null) return false;
  if (isSameName(entry.together, subject.core) || isSameName(entry.together, subject.full!)) return true;
  return entry.names.some((name) => isSameName(name, subject.core!));
}

function isSameName(entry: Word, subject: Word): boolean {
  if (entry.text === subject.text) return true;
  if (subject.length < 4) return false;
  return soundsAlike(entry, subject) || wordErrors(entry, subject, 2) <= 1;
}
