import type { Band, Hit } from '../src/domain/hit.ts';
import type { SubjectId } from '../src/domain/ids.ts';
import type { PersonIdentity } from '../src/domain/person.ts';
import type { RegisterIndex } from './register-index.ts';

/** What reviewers said before about the same source person and a subject. */
export type KnownPair = 'confirmed' | 'dismissed';

export interface ScreenOptions {
  /** Expected true pairs per entry: 0.0005 in operation. More than 0, less than 1. */
  readonly priorPerEntry: number;
  /** Earlier verdicts on this source person, by subject. A dismissal is shown and weighs nothing. */
  readonly knownPairs?: ReadonlyMap<SubjectId, KnownPair>;
}

/** A pair that was compared; like a hit, but its band may be `below`. */
export interface Candidate extends Omit<Hit, 'band'> {
  readonly band: Band | 'below';
}

/** Hits at or above the task threshold and every pair with an equal valid BSN, best first. */
export function screenPerson(index: RegisterIndex, person: PersonIdentity, options: ScreenOptions): readonly Hit[] {
  return scoreCandidates(index, person, options).filter((candidate): candidate is Hit => candidate.band !== 'below');
}

/** Every candidate at probability 0.001 or above and every hit, best first. */
export function scoreCandidates(
  _index: RegisterIndex,
  _person: PersonIdentity,
  _options: ScreenOptions,
): readonly Candidate[] {
  return [];
}
