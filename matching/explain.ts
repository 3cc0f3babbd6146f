import type { Hit } from '../src/domain/hit.ts';
import type { TextCode } from '../src/domain/text-code.ts';

/** Why a pair is a candidate, as codes for `src/texts/matching.ts`; heaviest first. */
export interface Explanation {
  readonly speaksFor: readonly TextCode[];
  readonly speaksAgainst: readonly TextCode[];
  /** Not given on a side, or worth nothing either way. */
  readonly silent: readonly TextCode[];
}

export function explainHit(_hit: Pick<Hit, 'evidence'>): Explanation {
  return { speaksFor: [], speaksAgainst: [], silent: [] };
}
