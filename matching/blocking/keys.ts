import { mixHash } from '../attributes/hash.ts';
import { KEY_KIND } from './rules.ts';

/** Parts of a birth date, 0 when unknown. */
interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

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

/** A birth place with the day, or with the year and the first initial: what is left when the names are spoilt. */
export function addPlaceKeys(place: number, { year, month, day }: DateParts, initials: string, keys: number[]): void {
  if (place === 0) return;
  if (day !== 0) keys.push(mixHash(mixHash(place, KEY_KIND.placeMonthDay), (month << 5) | day));
  if (year === 0) return;
  for (const initial of initials) {
    keys.push(mixHash(mixHash(place, KEY_KIND.placeYearInitial), (year << 5) | (initial.charCodeAt(0) & 31)));
  }
}

/** A birth place with a surname: what is left when the date is lost. */
export function placeSurnameKey(place: number, sound: number): number {
  return mixHash(mixHash(place, KEY_KIND.placeSurname), sound);
}

/** Adds what is not there yet; the lists are a handful long. */
export function addSounds(from: readonly number[], to: number[]): void {
  for (const sound of from) if (!to.includes(sound)) to.push(sound);
}
