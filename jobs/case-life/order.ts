import type { CaseHistory } from '../../db/contract/chunks.ts';
import type { Fact } from '../../src/domain/case.ts';
import { compareOrder, type MessageOrder, type SnapshotEntry } from '../../src/domain/entry.ts';

/** Where a snapshot stands in its case. */
export type Placement =
  /** The new truth, with these facts; at least one. */
  | { readonly kind: 'newest'; readonly facts: readonly Fact[] }
  /** Newer than any snapshot so far, but retractions that came before it have taken every fact away. */
  | { readonly kind: 'retracted' }
  /** The new truth, but the policy lets none of its facts be kept. */
  | { readonly kind: 'forgotten' }
  /** The case already has a newer snapshot. */
  | { readonly kind: 'older' };

type Tombstones = CaseHistory['tombstones'];

/** The facts that no newer retraction has taken away. */
export function withoutRetracted(facts: readonly Fact[], order: MessageOrder, tombstones: Tombstones): readonly Fact[] {
  const newer = tombstones.filter((tombstone) => compareOrder(tombstone, order) > 0);
  if (newer.some((tombstone) => tombstone.factNumbers === null)) return [];
  const gone = new Set(newer.flatMap((tombstone) => tombstone.factNumbers ?? []));
  return facts.filter((fact) => !gone.has(fact.factNumber));
}

/**
 * A snapshot older than a retraction of some facts still counts when nothing newer says what the other facts are:
 * else the order of arrival would decide whether they are ever screened.
 */
export function placeSnapshot(
  entry: SnapshotEntry,
  newestSnapshot: MessageOrder | null,
  tombstones: Tombstones,
  mayBeKept: (fact: Fact) => boolean,
): Placement {
  if (newestSnapshot !== null && compareOrder(entry, newestSnapshot) <= 0) return { kind: 'older' };
  const standing = withoutRetracted(entry.case.facts, entry, tombstones);
  if (standing.length === 0) return { kind: 'retracted' };
  const facts = standing.filter(mayBeKept);
  return facts.length === 0 ? { kind: 'forgotten' } : { kind: 'newest', facts };
}
