import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Fact } from '../domain/case.ts';
import type { Rating } from '../domain/rating.ts';
import type { ShownFact } from '../domain/relevance.ts';
import { ageOfFact } from './fact-age.ts';
import type { RatingInput } from './input.ts';
import type { Policy } from './policy.ts';
import { rate } from './rate.ts';
import { look } from './rate-fact.ts';
import { standingOf } from './standing.ts';
import { hasNewSubstance } from './substance.ts';

/** What screening asks of the policy in force; one policy behind all answers. */
export interface Relevance {
  readonly policyVersion: string;
  rate(input: RatingInput): Rating;
  /** False for a fact that the policy wants erased (D6: never happened); it is neither rated nor stored. */
  mayBeKept(fact: Fact, today: CalendarDate): boolean;
  hasNewSubstance(before: readonly Fact[], after: readonly Fact[]): boolean;
  /** What the law asks of a fact before it is shown of a partner. */
  shownFact(fact: Fact, today: CalendarDate): ShownFact;
}

function shownFact(fact: Fact, today: CalendarDate, policy: Policy): ShownFact {
  const { classification, disposal } = look(fact, today, policy);
  const { offence } = classification;
  const { date: referenceDate } = ageOfFact(fact, offence?.category ?? null, policy.table, today);
  return { kind: offence?.kind ?? null, disposal, referenceDate };
}

export function relevanceOf(policy: Policy): Relevance {
  const { ERASE } = policy.table.modifiers;
  return {
    policyVersion: policy.version,
    rate: (input) => rate(input, policy),
    mayBeKept: ({ decisions }, today) => !ERASE.disposals.includes(standingOf(decisions, policy.table, today).disposal),
    hasNewSubstance: (before, after) => hasNewSubstance(before, after, policy),
    shownFact: (fact, today) => shownFact(fact, today, policy),
  };
}
