import type { Sex } from '../../src/domain/person.ts';
import { countBits } from '../attributes/letters.ts';
import type { PlaceAttribute } from '../attributes/places.ts';
import { boundedAlignment } from './edit-distance.ts';
import { levelNumbers, type Outcome } from './outcome.ts';

const PLACE = levelNumbers('birth_place');
const SEX = levelNumbers('sex');

/** Shortest text that may be found inside another ("Bergen" in "Bergen op Zoom"). */
const MIN_INSIDE = 5;

/** A respelled, misspelled or shortened name of the same place. */
function spelledAlike(entry: PlaceAttribute, subject: PlaceAttribute): boolean {
  const longest = Math.max(entry.text.length, subject.text.length);
  if (entry.sound === subject.sound) return true;
  const errors = longest > 8 ? 2 : 1;
  const lacking = countBits(entry.letters & ~subject.letters);
  const added = countBits(subject.letters & ~entry.letters);
  // Each has a letter that the other lacks, and more such letters than errors could change; a lost letter may be any.
  const isFar = Math.min(lacking, added) > 0 && Math.max(lacking, added) > errors;
  if (isFar && (entry.letters | subject.letters) >= 0) return false;
  if (longest > 3 && boundedAlignment(entry.pattern, entry.text.length, subject.text, errors) <= errors) return true;
  const shortest = Math.min(entry.text.length, subject.text.length);
  return shortest >= MIN_INSIDE && (entry.text.includes(subject.text) || subject.text.includes(entry.text));
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
  } else if (spelledAlike(entry, subject)) {
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
