import { and, desc, eq, inArray } from 'drizzle-orm';
import type { SubjectId } from '../../../src/domain/ids.ts';
import type { PersonIdentity } from '../../../src/domain/person.ts';
import { knownPairs } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { knownAs, mayBeKnownAs } from '../hashes.ts';

type KnownPair = Pick<typeof knownPairs.$inferSelect, 'verdict' | 'evidenceHash' | 'decidedAt'>;

/** Remembers, across cases, the last verdict on this person and subject. */
export function rememberPair(engine: Engine, person: PersonIdentity, subjectId: SubjectId, last: KnownPair): void {
  const { queries, keyring } = engine;
  for (const personHash of knownAs(keyring, person)) {
    queries
      .insert(knownPairs)
      .values({ personHash, subjectId, ...last })
      .onConflictDoUpdate({ target: [knownPairs.personHash, knownPairs.subjectId], set: last })
      .run();
  }
}

/** The last verdict on this person and subject, on whatever evidence; null when nobody gave one. */
export function knownPair(
  { queries, keyring }: Engine,
  person: PersonIdentity,
  subjectId: SubjectId,
): KnownPair | null {
  const { verdict, evidenceHash, decidedAt } = knownPairs;
  const known = queries
    .select({ verdict, evidenceHash, decidedAt })
    .from(knownPairs)
    .where(and(inArray(knownPairs.personHash, [...mayBeKnownAs(keyring, person)]), eq(knownPairs.subjectId, subjectId)))
    .orderBy(desc(decidedAt))
    .limit(1)
    .get();
  return known ?? null;
}
