import type { GivenNamesAttribute, SurnameAttribute } from '../attributes/lexicon.ts';
import type { Word } from '../attributes/word.ts';
import { boundedAlignment } from './edit-distance.ts';
import { levelNumbers, type Outcome } from './outcome.ts';
import { soundsAlike, wordErrors } from './surname.ts';

const LEVEL = levelNumbers('given_names');
const FURTHER = levelNumbers('further_names');

/** Shortest name of which a beginning is taken for the name ("Alex" for "Alexander"). */
const MIN_STUMP = 3;

/** One letter of a name no longer than this makes another name: Tien and Kien, Bart and Bert. */
const SHORT_NAME = 4;

/** Of shorter names too many sound alike to an ear that takes them for French. */
const LEAST_HEARD = 4;

/** Names written as one are at least this long; a shorter one is one name that lost a letter. */
const LEAST_FUSED = 6;

/** Names longer than this may hold two errors as written; a shorter one would be another name. */
const TWO_ERRORS = 6;

/** Strangers write "Joh." for a name one time in so many (2 to this power; own estimate), as whoever is meant does; "Alex" is a name too. */
const NO_NAME_SHIFT = 6;

function soundsNear(entry: Word, subject: Word): boolean {
  return entry.length > 3 && boundedAlignment(entry.soundPattern, entry.sound.length, subject.sound, 1) <= 1;
}

/** Level of two single names; `different` when nothing is shared but perhaps the first letter. */
function compareNames(entry: Word, subject: Word, out: Outcome): void {
  out.ppb = subject.givenNamePpb;
  if (entry.text === subject.text) {
    out.level = LEVEL.exact;
    return;
  }
  const shortest = Math.min(entry.length, subject.length);
  if (entry.isVariantOf(subject)) {
    out.level = LEVEL.nickname;
    out.ppb = Math.max(entry.givenNamePpb, subject.givenNamePpb);
    return;
  }
  out.ppb = entry.givenNamePpb + (subject.givenNamePpb >> 3);
  if (shortest > 2 && soundsAlike(entry, subject)) {
    out.level = LEVEL.spelling;
    out.ppb += entry.nearGivenNamePpb(0, subject);
    return;
  }
  const errors = shortest < 2 ? 9 : wordErrors(entry, subject, 2);
  // A lost letter stands for the one that is missing.
  if (errors === 0 || (errors > 1 && shortest >= LEAST_HEARD && isHeardAlike(entry, subject))) {
    out.level = LEVEL.spelling;
    out.ppb += entry.nearGivenNamePpb(0, subject);
    return;
  }
  const isTwo = errors === 2 && (shortest > TWO_ERRORS || soundsNear(entry, subject));
  if (errors <= 1 || isTwo) {
    out.level = isTwo ? LEVEL.two_edits : LEVEL.one_edit;
    out.ppb = Math.min(1e9, out.ppb + entry.nearGivenNamePpb(Math.max(errors, 1), subject));
  } else if (shortest >= MIN_STUMP && isStump(entry.text, subject.text)) {
    out.level = LEVEL.truncated;
    const stump = entry.length < subject.length ? entry : subject;
    if (!stump.isGivenName) out.ppb >>= NO_NAME_SHIFT;
  } else out.level = entry.text[0] === subject.text[0] ? LEVEL.same_initial : LEVEL.different;
}

/** One of them was written by a Dutch ear: "Sjarlotte" for "Charlotte". */
function isHeardAlike(entry: Word, subject: Word): boolean {
  const [ours, theirs] = [entry.heard, subject.heard];
  if (ours === '' && theirs === '') return false;
  return (ours === '' ? entry.sound : ours) === (theirs === '' ? subject.sound : theirs);
}

/** One is the beginning of the other, or short for it: "Alex" for "Alexander", "Wlm" for "Willem". */
function isStump(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) || isConsonantsOf(short, long);
}

const VOWELS = 'aeiouy';

/** A first letter and, in their order, consonants of the name and nothing else. */
function isConsonantsOf(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (let index = 1; index < short.length; index += 1) {
    if (VOWELS.includes(short[index]!)) return false;
    at = long.indexOf(short[index]!, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Initials alone: nobody's name is contradicted, and only letters can agree. */
function compareInitials(entry: GivenNamesAttribute, subject: GivenNamesAttribute, out: Outcome): void {
  const { initials: ours } = entry;
  const { initials: theirs } = subject;
  out.ppb = entry.initialPpb;
  if (ours === '' || theirs === '') out.level = LEVEL.missing;
  else if (ours === theirs) {
    out.level = ours.length > 1 ? LEVEL.initials_equal : LEVEL.initial_only;
    out.ppb = entry.initialsPpb;
  } else if (ours[0] === theirs[0]) {
    const prefix = ours.startsWith(theirs) || theirs.startsWith(ours);
    out.level = prefix && Math.min(ours.length, theirs.length) > 1 ? LEVEL.initials_partly : LEVEL.initial_only;
  } else if (isIj(ours) && isIj(theirs)) out.level = LEVEL.initial_only;
  else out.level = sharesLetters(ours, theirs) ? LEVEL.initials_partly : LEVEL.initials_differ;
}

/** IJ is one letter of the Dutch, that others write Y, and cut to an I. */
function isIj(initials: string): boolean {
  return initials[0] === 'i' || initials[0] === 'y';
}

/** The same two or more initials in another order. */
function sharesLetters(a: string, b: string): boolean {
  return a.length > 1 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

const scratch: Outcome = { level: 0, ppb: 0 };

function takeBetter(out: Outcome, asLevel: number): void {
  const level = scratch.level <= LEVEL.spelling && asLevel > scratch.level ? asLevel : scratch.level;
  if (level < out.level) {
    out.level = level;
    out.ppb = scratch.ppb;
  }
}

function compareAllNames(entry: GivenNamesAttribute, subject: GivenNamesAttribute, out: Outcome): void {
  const entryFirst = entry.names[0]!;
  const subjectFirst = subject.names[0];
  out.level = LEVEL.different;
  out.ppb = 0;
  if (subjectFirst !== undefined) {
    compareNames(entryFirst, subjectFirst, out);
    if (out.level === LEVEL.exact) return;
    if (entry.together!.text === subject.together!.text) {
      out.level = LEVEL.exact;
      // Names run together are no rarer than the entry's own, wherever the subject's part.
      out.ppb = Math.max(subjectFirst.givenNamePpb, Math.min(entryFirst.givenNamePpb, entry.together!.givenNamePpb));
      return;
    }
    if (out.level > LEVEL.spelling && isFused(entry, subject)) {
      compareNames(entry.together!, subject.together!, scratch);
      if (scratch.level <= LEVEL.two_edits) takeBetter(out, LEVEL.spelling);
    }
  }
  for (const callName of subject.callNames) {
    compareNames(entryFirst, callName, scratch);
    takeBetter(out, LEVEL.call_name);
  }
  if (out.level <= LEVEL.spelling) return;
  for (let index = 1; index < subject.names.length; index += 1) {
    compareNames(entryFirst, subject.names[index]!, scratch);
    if (scratch.level <= LEVEL.one_edit) takeOther(out);
  }
  for (let index = 1; index < entry.names.length && subjectFirst !== undefined; index += 1) {
    compareNames(entry.names[index]!, subjectFirst, scratch);
    if (scratch.level <= LEVEL.one_edit) takeOther(out);
  }
  if (out.level > LEVEL.truncated && entry.names.length > 2 && agreeingNames(entry, subject) >= 2) {
    scratch.ppb = subject.names[1]!.givenNamePpb;
    takeOther(out);
  }
}

/** Whether one side may have written as one what the other has as several names: "Keungkwna" for "Keung Kwan". */
function isFused(entry: GivenNamesAttribute, subject: GivenNamesAttribute): boolean {
  if (entry.names.length === subject.names.length) return false;
  const { length } = entry.together!;
  return length >= LEAST_FUSED && Math.abs(length - subject.together!.length) <= 2;
}

function takeOther(out: Outcome): void {
  if (out.level > LEVEL.other_name) {
    out.level = LEVEL.other_name;
    out.ppb = scratch.ppb;
  }
}

/** Fills in the level of an entry's given names or initials against one form of a subject's. */
export function compareGivenNames(entry: GivenNamesAttribute, subject: GivenNamesAttribute, out: Outcome): void {
  if (entry.names.length > 0 && (subject.names.length > 0 || subject.callNames.length > 0)) {
    compareAllNames(entry, subject, out);
    return;
  }
  compareInitials(entry, subject, out);
  if (out.level === LEVEL.initials_differ) {
    const called = subject.callNames.some((name) => name.text[0] === entry.initials[0]);
    if (called) out.level = LEVEL.initial_only;
  }
}

/** Whether an entry's surname is one of a subject's given names: fields that changed places. */
export function givenNameInSurname(entry: SurnameAttribute, subject: GivenNamesAttribute): boolean {
  const first = subject.names[0];
  if (first === undefined || entry.core === null || first.length < 2) return false;
  if (sameName(entry.core, first) || sameName(entry.core, subject.together!)) return true;
  return sameName(entry.full!, first) || entry.parts.some((part) => sameName(part, first));
}

function sameName(entry: Word, subject: Word): boolean {
  if (entry.text === subject.text) return true;
  return subject.length > 3 && (soundsAlike(entry, subject) || wordErrors(entry, subject, 2) <= 1);
}

/** The same name, or one cut off by the end of a field. */
function agrees(entry: Word, subject: Word): boolean {
  return sameName(entry, subject) || isStump(entry.text, subject.text);
}

/** Near spellings of which one is not simply another name: both are known, or one letter in four makes many names. */
function surelyAgrees(entry: Word, subject: Word): boolean {
  if (!agrees(entry, subject)) return false;
  if (entry.text === subject.text || entry.isVariantOf(subject) || soundsAlike(entry, subject)) return true;
  if (isStump(entry.text, subject.text)) return true;
  return Math.min(entry.length, subject.length) > SHORT_NAME && !(entry.isGivenName && subject.isGivenName);
}

/** How many names agree, in any order; near spellings count. */
function agreeingNames(entry: GivenNamesAttribute, subject: GivenNamesAttribute, isSame = agrees): number {
  let agreeing = 0;
  let taken = 0;
  for (const name of entry.names) {
    const at = subject.names.findIndex((other, index) => ((taken >> index) & 1) === 0 && isSame(name, other));
    if (at < 0) continue;
    taken |= 1 << at;
    agreeing += 1;
  }
  return agreeing;
}

/** The same of names that surely agree; the first was weighed by itself, however near it is. */
function surelyAgreeing(entry: GivenNamesAttribute, subject: GivenNamesAttribute): number {
  const [first, other] = [entry.names[0]!, subject.names[0]!];
  const isFirstNear = agrees(first, other) && !surelyAgrees(first, other);
  return agreeingNames(entry, subject, surelyAgrees) + (isFirstNear ? 1 : 0);
}

function isTogether(entry: GivenNamesAttribute, subject: GivenNamesAttribute): boolean {
  if (entry.together === null || subject.together === null) return false;
  if (entry.together.text === subject.together.text) return true;
  return isFused(entry, subject) && wordErrors(entry.together, subject.together, 2) <= 2;
}

/**
 * What the names after the first add, once the first agrees. Returns the level's number, or −1 when neither side has
 * any. Initials and names say the same thing twice, so initials count only where a side has no names.
 */
export function compareFurtherNames(entry: GivenNamesAttribute, subject: GivenNamesAttribute): number {
  const entryCount = Math.max(entry.names.length, entry.initials.length);
  const subjectCount = Math.max(subject.names.length, subject.initials.length);
  if (entryCount <= 1 && subjectCount <= 1) return -1;
  // Written as one, or by a hyphen: no name is missing, and the first names agree on all of them already.
  if (Math.min(entryCount, subjectCount) === 1 && isTogether(entry, subject)) return -1;
  if (entryCount <= 1 || subjectCount <= 1) return FURTHER.omitted;
  if (entry.names.length > 1 && subject.names.length > 1) {
    const agreeing = agreeingNames(entry, subject);
    const fewest = Math.min(entry.names.length, subject.names.length);
    if (agreeing >= fewest) {
      const isWhole = entry.together!.length >= subject.together!.length - 1;
      return isWhole && surelyAgreeing(entry, subject) >= fewest ? FURTHER.equal : FURTHER.partly;
    }
    return agreeing >= 2 ? FURTHER.partly : FURTHER.different;
  }
  if (entry.initials.length > 1 && subject.initials.length > 1) {
    const [short, long] =
      entry.initials.length < subject.initials.length
        ? [entry.initials, subject.initials]
        : [subject.initials, entry.initials];
    return long.startsWith(short) ? FURTHER.initials : FURTHER.omitted;
  }
  return FURTHER.omitted;
}
