import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { compareOrder, type MessageOrder } from '../../../src/domain/entry.ts';
import type { CaseHistory } from '../../contract/chunks.ts';
import { lines } from '../../schema/deliveries.ts';
import { readTombstone } from '../deliveries/tombstone.ts';
import type { Queries } from '../engine.ts';

/** What the ledger alone knows of a case; all there is of the case of a stranger. */
export interface CaseLedger extends Pick<CaseHistory, 'newestSnapshot' | 'tombstones'> {
  /** Lines of the case that have an outcome; grows with every message that is screened. */
  readonly decided: number;
}

/** A repeat is left out: the message that it repeats may still be waiting, and would then seem older than itself. */
function counts({ outcome, reason }: Pick<typeof lines.$inferSelect, 'outcome' | 'reason'>): boolean {
  return outcome !== 'quarantined' && reason !== 'repeat';
}

/** Reads what the ledger knows of a case, by its hash. */
export function caseLedgerReader(queries: Queries): (caseHash: string) => CaseLedger {
  const ofCase = queries
    .select({
      occurredAt: lines.occurredAt,
      messageId: lines.messageId,
      tombstone: lines.tombstone,
      outcome: lines.outcome,
      reason: lines.reason,
    })
    .from(lines)
    .where(and(eq(lines.caseHash, sql.placeholder('caseHash')), isNotNull(lines.outcome)))
    .orderBy(asc(lines.occurredAt), asc(lines.messageId))
    .prepare();

  return (caseHash) => {
    const rows = ofCase.all({ caseHash });
    let newestSnapshot: MessageOrder | null = null;
    const tombstones: CaseLedger['tombstones'][number][] = [];
    for (const { occurredAt, messageId, tombstone } of rows.filter(counts)) {
      if (occurredAt === null || messageId === null) continue;
      const order = { occurredAt, messageId };
      if (tombstone !== null) tombstones.push({ ...order, factNumbers: readTombstone(tombstone) });
      else if (newestSnapshot === null || compareOrder(order, newestSnapshot) > 0) newestSnapshot = order;
    }
    return { newestSnapshot, tombstones, decided: rows.length };
  };
}
