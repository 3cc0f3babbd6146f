import { and, asc, eq, isNull, lte, notLike } from 'drizzle-orm';
import type { CaseId } from '../../../src/domain/ids.ts';
import { cases } from '../../schema/cases.ts';
import { knownPairs } from '../../schema/tasks.ts';
import { forgetCaseNumber } from '../cases/erase.ts';
import type { Engine } from '../engine.ts';
import { type Finder, startedBefore } from './found.ts';
import { deleteLinesOf, tombstoneLines } from './lines.ts';

/** Stands where the keyed hash of a parketnummer was; no hash looks like it. */
const FORGOTTEN = 'forgotten:';

function forgetCase(engine: Engine, caseId: CaseId, caseHash: string): void {
  const { queries } = engine;
  forgetCaseNumber(engine, caseId);
  // The proof of the ledger finds the task of a line by this hash, so the two go together.
  deleteLinesOf(queries, caseHash);
  queries
    .update(cases)
    .set({ caseHash: `${FORGOTTEN}${caseId}` })
    .where(eq(cases.caseId, caseId))
    .run();
}

/** Marks of retractions: their lines, and number and hash of the cases that were erased. The shells of tasks stay. */
export const tombstones: Finder = function* find(engine, at) {
  yield* tombstoneLines(engine, at);
  const rows = engine.queries
    .select({ caseId: cases.caseId, caseHash: cases.caseHash, erasedAt: cases.erasedAt })
    .from(cases)
    .where(
      and(
        isNull(cases.content),
        lte(cases.erasedAt, startedBefore('tombstone', at)),
        notLike(cases.caseHash, `${FORGOTTEN}%`),
      ),
    )
    .orderBy(asc(cases.erasedAt))
    .all();
  for (const { caseId, caseHash, erasedAt } of rows) {
    const startedAt = erasedAt ?? at;
    yield { startedAt, firstStoredAt: startedAt, held: false, erase: () => forgetCase(engine, caseId, caseHash) };
  }
};

/** Whatever the verdict was: a pair that was confirmed is linked no longer than one that was dismissed is put aside. */
export const dismissedPairs: Finder = function* find({ queries }, at) {
  const rows = queries
    .select()
    .from(knownPairs)
    .where(lte(knownPairs.decidedAt, startedBefore('dismissed_pair', at)))
    .orderBy(asc(knownPairs.decidedAt))
    .all();
  for (const { personHash, subjectId, decidedAt } of rows) {
    const pair = and(eq(knownPairs.personHash, personHash), eq(knownPairs.subjectId, subjectId));
    yield {
      ...{ startedAt: decidedAt, firstStoredAt: decidedAt, held: false },
      erase: () => queries.delete(knownPairs).where(pair).run(),
    };
  }
};
