import type { HitEvidence } from '../src/domain/hit.ts';
import type { PersonIdentity, SubjectIdentity } from '../src/domain/person.ts';
import type { Model } from './model.ts';

/** The two sides of a pair, in the versions that the hit was made on. */
export interface PairContent {
  readonly person: PersonIdentity;
  readonly subject: SubjectIdentity;
}

/** A hit said again (promise P7). */
export interface Replay {
  /** `from_content`: compared anew under the same model. `from_levels`: added up from the stored terms. */
  readonly kind: 'from_content' | 'from_levels';
  readonly evidence: HitEvidence;
  readonly probability: number;
  /** Whether the terms are those that were stored. */
  readonly identical: boolean;
}

/** Replays stored evidence; `content` is null when it has been erased. Never changes a stored hit. */
export function replayHit(_model: Model, stored: HitEvidence, _content: PairContent | null): Replay {
  return { kind: 'from_levels', evidence: stored, probability: 0, identical: true };
}
