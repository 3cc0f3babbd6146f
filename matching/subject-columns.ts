import type { SubjectId } from '../src/domain/ids.ts';
import type { SubjectPerson } from './attributes/subject-person.ts';

/** The subjects of an index, a slot each; slots of those that left are used again, so keys never move. */
export class SubjectColumns {
  readonly ids: (SubjectId | null)[] = [];
  readonly people: (SubjectPerson | null)[] = [];
  readonly versions: number[] = [];
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
    this.ids[slot] = subjectId;
    this.versions[slot] = version;
    this.people[slot] = person;
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
