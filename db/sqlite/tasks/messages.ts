import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { CaseNumber } from '../../../src/domain/ids.ts';
import type { CaseMessage } from '../../contract/tasks.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import type { Engine } from '../engine.ts';
import { caseHash } from '../hashes.ts';

/** The messages of a case, in their order. A repeat says nothing new, so it is left out. */
export function messagesOf({ queries, keyring }: Engine, caseNumber: CaseNumber): readonly CaseMessage[] {
  const rows = queries
    .select({
      ...{ messageId: lines.messageId, occurredAt: lines.occurredAt, tombstone: lines.tombstone },
      ...{ outcome: lines.outcome, reason: lines.reason, decidedAt: lines.decidedAt },
      deliveryId: deliveries.deliveryId,
    })
    .from(lines)
    .innerJoin(deliveries, eq(deliveries.deliveryKey, lines.deliveryKey))
    .where(and(eq(lines.caseHash, caseHash(keyring, caseNumber)), isNotNull(lines.outcome)))
    .orderBy(asc(lines.occurredAt), asc(lines.messageId))
    .all();
  return rows.flatMap(({ messageId, occurredAt, tombstone, outcome, reason, decidedAt, deliveryId }): CaseMessage[] => {
    if (messageId === null || occurredAt === null || outcome === null || decidedAt === null) return [];
    if (reason === 'repeat') return [];
    return [{ messageId, occurredAt, isRetraction: tombstone !== null, outcome, reason, decidedAt, deliveryId }];
  });
}
