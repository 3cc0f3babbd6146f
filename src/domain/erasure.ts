import type { EpochMs, ErasureId } from './ids.ts';

/**
 * What can be erased for good and must not come back with a backup. `case`: its content; `task`: its share in a case;
 * `subject`: left the register; `basis`: ended, so that nobody is compared under it again.
 */
export const ERASED_THINGS = ['case', 'task', 'subject', 'basis'] as const;
export type ErasedThing = (typeof ERASED_THINGS)[number];

/** One line of the erasure ledger: internal, random ids and nothing else. */
export interface Erasure {
  readonly erasureId: ErasureId;
  readonly at: EpochMs;
  readonly what: ErasedThing;
  /** The `CaseId`, `TaskId`, `SubjectId` or `BasisId`. */
  readonly id: string;
}
