import type { SubjectId } from '../src/domain/ids.ts';
import type { SubjectPerson } from './attributes/subject-person.ts';

/** A BSN that is given and fails the elfproef. */
export const UNUSABLE_BSN = -1;
const FIRST_SLOTS = 1024;

/**
 * The subjects of an index, a slot each; slots of those that left are used again, so keys never move. What decides most
 * pairs stands in typed columns: a candidate is usually given up before any object of its subject is touched.
 */
export class SubjectColumns {
  readonly ids: (SubjectId | null)[] = [];
  readonly people: (SubjectPerson | null)[] = [];
  readonly versions: number[] = [];
  /** Year << 9 | month << 5 | day; parts are 0 when unknown. */
  dates = new Int32Array(FIRST_SLOTS);
  /** The number when it is valid, 0 when none is given, or `UNUSABLE_BSN`. */
  bsns = new Int32Array(FIRST_SLOTS);
  readonly #slots = new Map<SubjectId, number>();
  readonly #free: number[] = [];

  get size(): number {
    return this.#slots.size;
  }

  /** Slots in use or free: what per-slot scratch arrays must hold. */
  get capacity(): number {
    return this.ids.length;
  }

  slotOf(subjectId: SubjectId): number | undefined {
    return this.#slots.get(subjectId);
  }

  add(subjectId: SubjectId, version: number, person: SubjectPerson): number {
    const slot = this.#free.pop() ?? this.ids.length;
    if (slot >= this.dates.length) this.#grow();
    this.ids[slot] = subjectId;
    this.versions[slot] = version;
    this.people[slot] = person;
    this.dates[slot] = (person.year << 9) | (person.month << 5) | person.day;
    this.bsns[slot] = person.bsn.digits !== '' && person.bsn.valid === 0 ? UNUSABLE_BSN : person.bsn.valid;
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

  #grow(): void {
    const dates = new Int32Array(this.dates.length * 2);
    const bsns = new Int32Array(this.bsns.length * 2);
    dates.set(this.dates);
    bsns.set(this.bsns);
    this.dates = dates;
    this.bsns = bsns;
  }
}
