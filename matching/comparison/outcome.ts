import { MATCH_LEVELS, type MatchAttribute, type MatchLevel } from '../../src/domain/match-level.ts';

/**
 * What a comparison found. Comparators fill one and are handed it again: millions of pairs are compared, and an object
 * for each would cost more than the comparison.
 */
export interface Outcome {
  /** Index into the attribute's list of levels. */
  level: number;
  /** Share of people who would agree this well by their name's frequency alone, in parts per billion; 0 = not used. */
  ppb: number;
}

export function newOutcome(): Outcome {
  return { level: 0, ppb: 0 };
}

/** The levels of an attribute as numbers, in their order: what comparators work with. */
export function levelNumbers<A extends MatchAttribute>(attribute: A): Readonly<Record<MatchLevel<A>, number>> {
  const levels: readonly string[] = MATCH_LEVELS[attribute];
  return Object.fromEntries(levels.map((level, index) => [level, index])) as Record<MatchLevel<A>, number>;
}
