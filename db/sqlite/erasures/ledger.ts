import { randomUUID } from 'node:crypto';
import type { Erasure } from '../../../src/domain/erasure.ts';
import { asId, type ErasureId } from '../../../src/domain/ids.ts';
import { erasures } from '../../schema/retention.ts';
import type { ErasureLedger, Queries } from '../engine.ts';
import { appendErasures, readErasures } from './ledger-file.ts';

/**
 * Opens the ledger. What a crash kept from the file, between a commit and the line that follows it, is written now.
 */
export function openLedger(queries: Queries, path: string): ErasureLedger {
  const stored = queries.select().from(erasures).all();
  const inFile = readErasures(path);
  const written = new Set(inFile?.map(({ erasureId }) => erasureId));
  const unwritten = stored.filter(({ erasureId }) => !written.has(erasureId));
  // Made even when there is nothing to say yet: a ledger that is not there is a ledger that was lost.
  if (unwritten.length > 0 || inFile === null) appendErasures(path, unwritten);

  /** Committed, but not in the file yet. */
  let unpublished: Erasure[] = [];
  /** Of the transaction that is open. */
  let recorded: Erasure[] = [];
  let adopting = false;
  return {
    record(what, id, at) {
      if (adopting) return;
      const erasure = { erasureId: asId<ErasureId>(randomUUID()), at, what, id };
      queries.insert(erasures).values(erasure).run();
      recorded.push(erasure);
    },
    publish() {
      const erased = recorded.length > 0;
      unpublished.push(...recorded);
      recorded = [];
      if (unpublished.length === 0) return false;
      try {
        appendErasures(path, unpublished);
        unpublished = [];
      } catch {
        // What was erased is erased, and the table says so. The lines are written with the next ones, or at the next opening.
      }
      return erased;
    },
    discard() {
      recorded = [];
    },
    missing() {
      const known = new Set(
        queries
          .select({ erasureId: erasures.erasureId })
          .from(erasures)
          .all()
          .map(({ erasureId }) => erasureId),
      );
      return readErasures(path)?.filter(({ erasureId }) => !known.has(erasureId)) ?? null;
    },
    adopt(missing, carryOut) {
      for (const erasure of missing) queries.insert(erasures).values(erasure).onConflictDoNothing().run();
      adopting = true;
      try {
        carryOut();
      } finally {
        adopting = false;
      }
    },
  };
}
