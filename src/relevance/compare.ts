import type { Rating } from '../domain/rating.ts';
import type { RatingInput } from './input.ts';
import type { Policy } from './policy.ts';
import { rate } from './rate.ts';

/** A rating input with the caller's own key, for instance a task id. */
export interface ComparedInput {
  readonly key: string;
  readonly input: RatingInput;
}

/** One input that the two policies rate differently. */
export interface PolicyChange {
  readonly key: string;
  readonly before: Rating;
  readonly after: Rating;
}

export interface PolicyComparison {
  readonly changes: readonly PolicyChange[];
  /** How many come out at the same level by the same rule. */
  readonly unchanged: number;
}

/** What a change of policy would do, before it takes effect: other level or other deciding rule. Pure. */
export function comparePolicies(
  oldPolicy: Policy,
  newPolicy: Policy,
  inputs: readonly ComparedInput[],
): PolicyComparison {
  const changes = inputs
    .map(({ key, input }) => ({ key, before: rate(input, oldPolicy), after: rate(input, newPolicy) }))
    .filter(({ before, after }) => before.level !== after.level || before.ruleId !== after.ruleId);
  return { changes, unchanged: inputs.length - changes.length };
}
