import type { Fact } from '../domain/case.ts';
import type { Policy } from './policy.ts';

/**
 * Whether a new message says anything about the facts that could change a rating. Serving a sentence, release and
 * other decisions of `decisionsWithoutSubstance` do not; nor does the order in which facts or decisions are listed.
 */
export function hasNewSubstance(before: readonly Fact[], after: readonly Fact[], policy: Policy): boolean {
  return substanceOf(before, policy) !== substanceOf(after, policy);
}

function substanceOf(facts: readonly Fact[], { table }: Policy): string {
  const weighty = (kind: string): boolean => !table.decisionsWithoutSubstance.some((without) => without === kind);
  const said = facts
    .toSorted((a, b) => a.factNumber - b.factNumber)
    .map((fact) => ({
      ...fact,
      decisions: fact.decisions
        .filter(({ kind }) => weighty(kind))
        .map((decision) => JSON.stringify(decision, sortKeys))
        .toSorted(),
    }));
  return JSON.stringify(said, sortKeys);
}

/** What was stored and read again may list its keys in another order. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
