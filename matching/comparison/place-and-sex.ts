import type { Sex } from '../../src/domain/person.ts';
import type { PlaceAttribute } from '../attributes/places.ts';
import { levelNumbers, type Outcome } from './outcome.ts';

const PLACE = levelNumbers('birth_place');
const SEX = levelNumbers('sex');

/** Places are compared by their first letters and length before anything dearer: most pairs differ at once. */
function spelledAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.includes(short)) return true;
  return short.length >= 4 && long.length - short.length <= 2 && sharedPairs(short, long) * 2 >= long.length - 1;
}

/** How many pairs of neighbouring letters of the shorter text occur in the longer. */
function sharedPairs(short: string, long: string): number {
  let shared = 0;
  for (let index = 0; index < short.length - 1; index += 1) {
    if (long.includes(short.slice(index, index + 2))) shared += 1;
  }
  return shared;
}

/** Fills in the level of two birth places. A missing place is neutral; a country alone says little. */
export function comparePlace(entry: PlaceAttribute, subject: PlaceAttribute, out: Outcome): void {
  out.ppb = 0;
  if (entry.text === '' || subject.text === '') {
    if (entry.country === '' || subject.country === '') out.level = PLACE.missing;
    else out.level = entry.country === subject.country ? PLACE.missing : PLACE.different_country;
    return;
  }
  if (entry.text === subject.text) {
    out.level = PLACE.equal;
    out.ppb = subject.ppb;
  } else if (entry.municipality !== 0 && entry.municipality === subject.municipality) {
    out.level = PLACE.same_municipality;
    out.ppb = Math.max(entry.ppb, subject.ppb);
  } else if (spelledAlike(entry.text, subject.text)) {
    out.level = PLACE.spelling;
    out.ppb = subject.ppb;
  } else if (entry.country !== '' && subject.country !== '' && entry.country !== subject.country) {
    out.level = PLACE.different_country;
  } else if (entry.country !== '' && entry.country !== 'nederland' && entry.country === subject.country) {
    out.level = PLACE.same_country;
  } else out.level = PLACE.different;
}

export function compareSex(entry: Sex | null, subject: Sex | null): number {
  if (entry === null || subject === null) return SEX.missing;
  return entry === subject ? SEX.equal : SEX.different;
}
