import { mixHash } from '../attributes/hash.ts';
import { KEY_KIND } from './rules.ts';

/** Keys by which subjects are filed and entries look them up: 32-bit hashes of how things sound, never texts. */
export function birthDateKey(year: number, month: number, day: number): number {
  return mixHash(KEY_KIND.birthDate, (year << 9) | (month << 5) | day);
}

export function bsnKey(bsn: number): number {
  return mixHash(KEY_KIND.bsn, bsn);
}

/** One key for each digit left out: numbers that share one differ by a digit, a swap of neighbours or an omission. */
export function addBsnDeletionKeys(digits: string, keys: number[]): void {
  const number = Number(digits);
  if (digits.length === 8) {
    // Either the leading zero was dropped, which changes no value, or one of the digits.
    addDeletions(number, 9, keys);
    keys.push(mixHash(KEY_KIND.bsnDeletion, number));
  } else addDeletions(number, digits.length, keys);
}

function addDeletions(number: number, digits: number, keys: number[]): void {
  let power = 1;
  let before = -1;
  for (let at = 0; at < digits; at += 1) {
    const rest = number % power;
    const shorter = Math.floor(number / (power * 10)) * power + rest;
    if (shorter !== before) keys.push(mixHash(KEY_KIND.bsnDeletion, shorter));
    before = shorter;
    power *= 10;
  }
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
export function addGivenNameDateKeys(sound: number, year: number, month: number, day: number, keys: number[]): void {
  if (year !== 0 && month !== 0) keys.push(mixHash(mixHash(sound, KEY_KIND.givenNameYearMonth), (year << 4) | month));
  if (year !== 0 && day !== 0) keys.push(mixHash(mixHash(sound, KEY_KIND.givenNameYearDay), (year << 5) | day));
  if (month !== 0 && day !== 0) keys.push(mixHash(mixHash(sound, KEY_KIND.givenNameMonthDay), (month << 5) | day));
}

/** Adds what is not there yet; the lists are a handful long. */
export function addSounds(from: readonly number[], to: number[]): void {
  for (const sound of from) if (!to.includes(sound)) to.push(sound);
}
