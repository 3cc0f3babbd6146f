import type { SubjectId } from '../src/domain/ids.ts';
import type { SubjectIdentity } from '../src/domain/person.ts';
import { Lexicon } from './attributes/lexicon.ts';
import { type SubjectPerson, subjectPerson } from './attributes/subject-person.ts';
import { Bearers } from './blocking/bearers.ts';
import {
  addBsnDeletionKeys,
  addGivenNameDateKeys,
  addPlaceKeys,
  addSounds,
  birthDateKey,
  bsnKey,
  placeSurnameKey,
  surnameGivenNameKey,
  surnameKey,
  surnameMonthDayKey,
  surnameYearKey,
} from './blocking/keys.ts';
import { Postings } from './blocking/postings.ts';
import { SimilarSounds } from './blocking/similar-sounds.ts';
import type { Model } from './model.ts';
import { SubjectColumns } from './subject-columns.ts';

/** One version of a subject, as the index takes it. */
export interface IndexedSubject {
  readonly subjectId: SubjectId;
  readonly version: number;
  readonly identity: SubjectIdentity;
}

/** The first initial of each of a subject's recorded names, and of the call name, each once. */
function firstInitials({ names }: SubjectPerson): string {
  const letters = new Set<string>();
  for (const { givenNames } of names) {
    letters.add(givenNames.initials.slice(0, 1));
    for (const callName of givenNames.callNames) letters.add(callName.text.slice(0, 1));
  }
  return [...letters].join('');
}

/** The sounds of all of a subject's names, each once. */
function soundsOf({ names }: SubjectPerson): { surnames: readonly number[]; givenNames: readonly number[] } {
  const surnames: number[] = [];
  const givenNames: number[] = [];
  for (const name of names) {
    addSounds(name.surname.sounds, surnames);
    addSounds(name.givenNames.sounds, givenNames);
  }
  return { surnames, givenNames };
}

/** All keys under which a subject is filed; the same content always gives the same keys, each once. */
function keysOf(person: SubjectPerson): readonly number[] {
  const { year, month, day } = person;
  const keys: number[] = [];
  const { surnames, givenNames } = soundsOf(person);
  for (const sound of surnames) {
    keys.push(surnameKey(sound));
    if (year !== 0) keys.push(surnameYearKey(sound, year));
    if (day !== 0) keys.push(surnameMonthDayKey(sound, month, day));
    for (const given of givenNames) keys.push(surnameGivenNameKey(sound, given));
  }
  for (const sound of givenNames) addGivenNameDateKeys(sound, year, month, day, keys);
  const place = person.place.key;
  addPlaceKeys(place, person, firstInitials(person), keys);
  if (place !== 0) for (const sound of surnames) keys.push(placeSurnameKey(place, sound));
  if (year !== 0 && day !== 0) keys.push(birthDateKey(year, month, day));
  if (person.bsn.valid !== 0) keys.push(bsnKey(person.bsn.valid));
  if (person.bsn.digits !== '') addBsnDeletionKeys(person.bsn.digits, keys);
  return keys;
}

/** Room for the keys of some ten thousand subjects; a larger register grows it as it comes. */
const FIRST_KEYS = 1 << 19;

/** The register in memory, ready for screening. Updates in place; one per process, shared by its jobs. */
export class RegisterIndex {
  readonly model: Model;
  readonly lexicon: Lexicon;
  readonly postings = new Postings(FIRST_KEYS);
  readonly sounds = new SimilarSounds();
  readonly bearers = new Bearers();
  readonly subjects = new SubjectColumns();

  constructor(model: Model) {
    this.model = model;
    this.lexicon = new Lexicon(model.names);
  }

  /** Subjects in the index; the prior of a pair is the prior per entry divided by this. */
  get size(): number {
    return this.subjects.size;
  }

  /** Adds a subject, or replaces it when its id is known. */
  put(subject: IndexedSubject): void {
    this.remove(subject.subjectId);
    const person = subjectPerson(subject.identity, this.lexicon, this.model.places);
    const slot = this.subjects.add(subject.subjectId, subject.version, person);
    for (const key of keysOf(person)) this.postings.add(key, slot);
    const { surnames, givenNames } = soundsOf(person);
    for (const sound of surnames) this.bearers.add(sound, person.year, person.month, person.day, givenNames);
    for (const { surname } of person.names) {
      if (surname.core !== null) this.sounds.add(surname.core.sound);
      for (const part of surname.parts) this.sounds.add(part.sound);
    }
  }

  /** False when the id is not in the index. */
  remove(subjectId: SubjectId): boolean {
    const slot = this.subjects.slotOf(subjectId);
    if (slot === undefined) return false;
    const person = this.subjects.people[slot];
    if (person !== null && person !== undefined) {
      for (const key of keysOf(person)) this.postings.remove(key, slot);
    }
    this.subjects.remove(slot);
    return true;
  }
}

export function createRegisterIndex(model: Model): RegisterIndex {
  return new RegisterIndex(model);
}
