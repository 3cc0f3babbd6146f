import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import type { QuarantineReason } from '../../../src/domain/ledger.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import type { Queries } from '../engine.ts';

interface Repeat {
  readonly line: number;
  /** Whether the content is that of the message that came before. */
  readonly same: boolean;
}

function ofEarlierDeliveries(queries: Queries, deliveryKey: DeliveryKey): readonly Repeat[] {
  const earlier = alias(lines, 'earlier');
  return queries
    .select({ line: lines.line, hash: lines.contentHash, earlierHash: earlier.contentHash })
    .from(lines)
    .innerJoin(earlier, and(eq(earlier.messageId, lines.messageId), ne(earlier.deliveryKey, deliveryKey)))
    .innerJoin(deliveries, eq(deliveries.deliveryKey, earlier.deliveryKey))
    .where(
      and(
        eq(lines.deliveryKey, deliveryKey),
        isNull(lines.outcome),
        // A line that was quarantined has not come before: a sender may send it again, mended.
        or(isNull(earlier.outcome), ne(earlier.outcome, 'quarantined')),
        inArray(deliveries.state, ['screening', 'settled']),
      ),
    )
    .all()
    .map(({ line, hash, earlierHash }) => ({ line, same: hash === earlierHash }));
}

function ofEarlierLines(queries: Queries, deliveryKey: DeliveryKey): readonly Repeat[] {
  const open = and(eq(lines.deliveryKey, deliveryKey), isNull(lines.outcome));
  const several = queries
    .select({ messageId: lines.messageId })
    .from(lines)
    .where(open)
    .groupBy(lines.messageId)
    .having(sql`count(*) > 1`);
  const rows = queries
    .select({ line: lines.line, messageId: lines.messageId, hash: lines.contentHash })
    .from(lines)
    .where(and(open, inArray(lines.messageId, several)))
    .orderBy(asc(lines.line))
    .all();
  const first = new Map<string | null, string>();
  return rows.flatMap(({ line, messageId, hash }): Repeat[] => {
    const before = first.get(messageId);
    if (before === undefined) first.set(messageId, hash);
    return before === undefined ? [] : [{ line, same: before === hash }];
  });
}

const CONFLICT: QuarantineReason = { code: 'VERSION_CONFLICT', field: null };

function decide(queries: Queries, deliveryKey: DeliveryKey, { line, same }: Repeat, at: EpochMs): void {
  const outcome = same
    ? ({ outcome: 'superseded', reason: 'repeat' } as const)
    : ({ outcome: 'quarantined', reason: CONFLICT.code, quarantineReasons: JSON.stringify([CONFLICT]) } as const);
  queries
    .update(lines)
    .set({ ...outcome, content: null, decidedAt: at })
    .where(and(eq(lines.deliveryKey, deliveryKey), eq(lines.line, line)))
    .run();
}

/** Gives the lines whose message came before their outcome; those of earlier deliveries first, which are settled fact. */
export function decideRepeats(queries: Queries, deliveryKey: DeliveryKey, at: EpochMs): void {
  for (const repeat of ofEarlierDeliveries(queries, deliveryKey)) decide(queries, deliveryKey, repeat, at);
  for (const repeat of ofEarlierLines(queries, deliveryKey)) decide(queries, deliveryKey, repeat, at);
}
