import type { SubjectId } from '../src/domain/ids.ts';
import type { Sex } from '../src/domain/person.ts';
import { doubled } from './attributes/doubled.ts';
import type { PlaceAttribute } from './attributes/places.ts';
import type { SubjectPerson } from './attributes/subject-person.ts';
import { packedDigits } from './comparison/far-numbers.ts';

/** A BSN that is given and fails the elfproef. */
export const UNUSABLE_BSN = -1;
const FIRST_SLOTS = 1024;

/** Numbers per slot, side by side, so that a candidate that is given up costs one look into memory: see the getters. */
const STRIDE = 8;
const DATE = 0;
const BSN = 1;
const PLACE = 2;
const SURNAME_AND_SEX = 3;
const PARTNER_SURNAME = 4;
const SEEN = 5;
const BSN_DIGITS = 6;

/** Stands where no round's mark is. */
const NEVER = 0;

export const SEXES: readonly (Sex | null)[] = [null, 'M', 'F'];
const SEX_BITS = 2;

/**
 * The subjects of an index, a slot each; slots of those that left are used again, so keys never move. What decides most
 * pairs stands in typed columns: a candidate is usually given up before any object of its subject is touched.
 */
export class SubjectColumns {
  readonly ids: (SubjectId | null)[] = [];
  readonly people: (SubjectPerson | null)[] = [];
  readonly versions: number[] = [];
  #numbers = new Int32Array(FIRST_SLOTS * STRIDE);
  /** By their ids: few, so that they stay near, where the people are not. */
  readonly #places: PlaceAttribute[] = [];
  readonly #slots = new Map<SubjectId, number>();
  readonly #free: number[] = [];
  #round = 0;

  get size(): number {
    return this.#slots.size;
  }

  /** Begins a round, in which `see` takes each slot once. */
  beginRound(): void {
    this.#round += 1;
  }

  /**
   * Whether a slot is new in this round. Its mark stands among its numbers, so that these are near when they are compared:
   * the processor fetches those of many candidates at once here, and would wait for each in turn there.
   */
  see(slot: number): boolean {
    const at = slot * STRIDE + SEEN;
    if (this.#numbers[at] === this.#round) return false;
    this.#numbers[at] = this.#round;
    return true;
  }

  /** Year << 9 | month << 5 | day; parts are 0 when unknown. */
  dateOf(slot: number): number {
    return this.#numbers[slot * STRIDE + DATE]!;
  }

  /** The number when it is valid, 0 when none is given, or `UNUSABLE_BSN`. */
  bsnOf(slot: number): number {
    return this.#numbers[slot * STRIDE + BSN]!;
  }

  /** `packedDigits` of the number when it is valid, otherwise 0. */
  bsnDigitsOf(slot: number): number {
    return this.#numbers[slot * STRIDE + BSN_DIGITS]!;
  }

  /** The place's id; −1 for one that is not remembered. */
  placeIdOf(slot: number): number {
    return this.#numbers[slot * STRIDE + PLACE]!;
  }

  placeOf(slot: number): PlaceAttribute {
    return this.#places[this.placeIdOf(slot)] ?? this.people[slot]!.place;
  }

  /** Index into `SEXES`. */
  sexOf(slot: number): number {
    return this.#numbers[slot * STRIDE + SURNAME_AND_SEX]! & ((1 << SEX_BITS) - 1);
  }

  /** The id of the surname of a subject that has no names but by birth and from a partner, otherwise −1. */
  birthSurnameOf(slot: number): number {
    return this.#numbers[slot * STRIDE + SURNAME_AND_SEX]! >> SEX_BITS;
  }

  /** The id of the partner's surname, −1 when there is none. */
  partnerSurnameOf(slot: number): number {
    return this.#numbers[slot * STRIDE + PARTNER_SURNAME]!;
  }

  slotOf(subjectId: SubjectId): number | undefined {
    return this.#slots.get(subjectId);
  }

  add(subjectId: SubjectId, version: number, person: SubjectPerson): number {
    const slot = this.#free.pop() ?? this.ids.length;
    if ((slot + 1) * STRIDE > this.#numbers.length) this.#numbers = doubled(this.#numbers);
    this.ids[slot] = subjectId;
    this.versions[slot] = version;
    this.people[slot] = person;
    if (person.place.id >= 0) this.#places[person.place.id] = person.place;
    this.#numbers.set(numbersOf(person), slot * STRIDE);
    this.#slots.set(subjectId, slot);
    return slot;
  }

  remove(slot: number): void {
    const subjectId = this.ids[slot];
    if (subjectId === null || subjectId === undefined) return;
    this.#slots.delete(subjectId);
    this.ids[slot] = null;
    this.people[slot] = null;
    this.#free.push(slot);
  }
}

/** A subject's numbers in the order of their places. */
function numbersOf({ names, hasPartnerName, year, month, day, bsn, place, sex }: SubjectPerson): readonly number[] {
  const surname = names.length === (hasPartnerName ? 2 : 1) ? names[0]!.surname.id : -1;
  return [
    (year << 9) | (month << 5) | day,
    bsn.digits !== '' && bsn.valid === 0 ? UNUSABLE_BSN : bsn.valid,
    place.id,
    (surname << SEX_BITS) | SEXES.indexOf(sex),
    hasPartnerName ? names[1]!.surname.id : -1,
    NEVER,
    packedDigits(bsn.valid),
  ];
}
