import type { TextCode } from './text-code.ts';

/** Highest first. The order of the queue and of "a case's rating is its highest fact's". */
export const RATING_LEVELS = ['high', 'medium', 'low', 'none'] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** How relevant a case is to one subject's reliability, by the policy table. Says nothing about who it concerns. */
export interface Rating {
  readonly level: RatingLevel;
  /** The cell or modifier of the policy that decided, e.g. `T1-D1-F0`, `CLASSIFICATION_NEEDED`. */
  readonly ruleId: string;
  /** Every step that led here, in order: tier, disposal, class, modifiers. */
  readonly reasons: readonly TextCode[];
  readonly policyVersion: string;
}

/** Negative when `a` is the more serious. */
export function compareRating(a: RatingLevel, b: RatingLevel): number {
  return RATING_LEVELS.indexOf(a) - RATING_LEVELS.indexOf(b);
}

/** The rule id that stands in the empty shell of a task whose content was erased. */
export const ERASED_RULE = 'ERASED';
