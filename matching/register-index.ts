import type { SubjectId } from '../src/domain/ids.ts';
import type { SubjectIdentity } from '../src/domain/person.ts';
import type { Model } from './model.ts';

/** One version of a subject, as the index takes it. */
export interface IndexedSubject {
  readonly subjectId: SubjectId;
  readonly version: number;
  readonly identity: SubjectIdentity;
}

/** The register in memory, ready for screening. Updates in place; one per process, shared by its jobs. */
export interface RegisterIndex {
  readonly model: Model;
  /** Subjects in the index; the prior of a pair is the prior per entry divided by this. */
  readonly size: number;
  /** Adds a subject, or replaces it when its id is known. */
  put(subject: IndexedSubject): void;
  /** False when the id is not in the index. */
  remove(subjectId: SubjectId): boolean;
}

export function createRegisterIndex(model: Model): RegisterIndex {
  const ids = new Set<SubjectId>();
  return {
    model,
    get size() {
      return ids.size;
    },
    put: (subject) => void ids.add(subject.subjectId),
    remove: (subjectId) => ids.delete(subjectId),
  };
}
