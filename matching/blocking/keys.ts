import { mixHash } from '../attributes/hash.ts';
import type { GivenNamesAttribute, SurnameAttribute } from '../attributes/lexicon.ts';
import { KEY_KIND } from './rules.ts';

/** Keys by which subjects are filed and entries look them up. All are 32-bit hashes of how things sound, never texts. */
export function birthDateKey(year: number, month: number, day: number): number {
  return mixHash(KEY_KIND.birthDate, (year << 9) | (month << 5) | day);
}

export function bsnKey(bsn: number): number {
  return mixHash(KEY_KIND.bsn, bsn);
}

/** One key for each digit left out: numbers that share one differ by a digit, a swap of neighbours or an omission. */
export function bsnDeletionKeys(digits: string): readonly number[] {
  const padded = digits.length === 8 ? [digits, `0${digits}`] : [digits];
  const keys = new Set<number>();
  for (const number of padded) {
    if (number.length === 8) keys.add(mixHash(KEY_KIND.bsnDeletion, Number(number)));
    else for (let at = 0; at < number.length; at += 1) keys.add(deletionKey(number, at));
  }
  return [...keys];
}

function deletionKey(number: string, at: number): number {
  return mixHash(KEY_KIND.bsnDeletion, Number(number.slice(0, at) + number.slice(at + 1)));
}

export function surnameKey(sound: number): number {
  return mixHash(sound, KEY_KIND.surname);
}

export function surnameYearKey(sound: number, year: number): number {
  return mixHash(mixHash(sound, KEY_KIND.surnameYear), year);
}

export function surnameMonthDayKey(sound: number, month: number, day: number): number {
  return mixHash(mixHash(sound, KEY_KIND.surnameMonthDay), (month << 5) | day);
}

export function surnameGivenNameKey(surname: number, givenName: number): number {
  return mixHash(mixHash(surname, KEY_KIND.surnameGivenName), givenName);
}

/** The three pairs of a date's parts with a given name; whichever part is wrong, one pair survives. */
export function givenNameDateKeys(sound: number, year: number, month: number, day: number, keys: number[]): void {
  if (year !== 0 && month !== 0) keys.push(mixHash(mixHash(sound, KEY_KIND.givenNameYearMonth), (year << 4) | month));
  if (year !== 0 && day !== 0) keys.push(mixHash(mixHash(sound, KEY_KIND.givenNameYearDay), (year << 5) | day));
  if (month !== 0 && day !== 0) keys.push(mixHash(mixHash(sound, KEY_KIND.givenNameMonthDay), (month << 5) | day));
}

function addSound(sounds: number[], sound: number): void {
  if (!sounds.includes(sound)) sounds.push(sound);
}

/** Sounds under which a surname is filed and looked up: without particle, with it, and each part of a double name. */
export function surnameSounds(surname: SurnameAttribute, sounds: number[]): void {
  if (surname.core === null || surname.full === null) return;
  addSound(sounds, surname.core.soundKey);
  if (surname.full !== surname.core) addSound(sounds, surname.full.soundKey);
  for (const part of surname.parts) if (part.codes.length > 2) addSound(sounds, part.soundKey);
}

/** Names after these are not used as keys. */
const MAX_GIVEN = 2;

/** Sounds of the first given names, of all together and of the call name. */
export function givenNameSounds(given: GivenNamesAttribute, sounds: number[]): void {
  for (const name of given.names.slice(0, MAX_GIVEN)) if (name.codes.length > 1) addSound(sounds, name.soundKey);
  if (given.names.length > 1 && given.together !== null) addSound(sounds, given.together.soundKey);
  for (const name of given.callNames) if (name.codes.length > 1) addSound(sounds, name.soundKey);
}
