import { and, asc, count, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { type DeliveryStatus, OUTCOMES, type OutcomeCounts } from '../../../src/domain/delivery.ts';
import type { DeliveryId, DeliveryKey } from '../../../src/domain/ids.ts';
import type { QuarantineReason } from '../../../src/domain/ledger.ts';
import type { DeliveryFilter, LineOutcome, QuarantinedLine } from '../../contract/deliveries.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import type { Queries } from '../engine.ts';
import { expiredLines } from './expired.ts';

type DeliveryRow = typeof deliveries.$inferSelect;

export interface LineCounts {
  /** Lines there are, and lines that were deleted since because their term was over. */
  readonly received: number;
  readonly outcomes: OutcomeCounts;
  readonly unscreened: number;
}

/**
 * Counts the rows of a delivery; nothing is kept in counters that could drift from them, but for the rows that were
 * deleted at the end of their term.
 */
export function countLines(queries: Queries, deliveryKey: DeliveryKey): LineCounts {
  const groups = queries
    .select({ outcome: lines.outcome, rows: count() })
    .from(lines)
    .where(eq(lines.deliveryKey, deliveryKey))
    .groupBy(lines.outcome)
    .all();
  const rowsOf = (outcome: string | null): number => groups.find((group) => group.outcome === outcome)?.rows ?? 0;
  const expired = expiredLines(queries, deliveryKey);
  const outcomes = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, rowsOf(outcome) + expired[outcome]]),
  ) as OutcomeCounts;
  const ended = Object.values(outcomes).reduce((sum, rows) => sum + rows, 0);
  return { received: ended + rowsOf(null), outcomes, unscreened: rowsOf(null) };
}

export function statusOf(queries: Queries, row: DeliveryRow): DeliveryStatus {
  const { deliveryKey, deliveryId, sender, sequenceNumber, state, code } = row;
  const { received, outcomes } = countLines(queries, deliveryKey);
  const { receivedAt, finalisedAt, settledAt } = row;
  return {
    ...{ deliveryKey, deliveryId, sender, sequenceNumber, state, received, outcomes },
    ...{ code, receivedAt, finalisedAt, settledAt },
  };
}

export function deliveryRow(queries: Queries, deliveryKey: DeliveryKey): DeliveryRow | undefined {
  return queries.select().from(deliveries).where(eq(deliveries.deliveryKey, deliveryKey)).get();
}

export function deliveryRowOf(queries: Queries, sender: string, deliveryId: DeliveryId): DeliveryRow | undefined {
  return queries
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.sender, sender), eq(deliveries.deliveryId, deliveryId)))
    .get();
}

export function newestDeliveries(queries: Queries, { limit, before }: DeliveryFilter): readonly DeliveryRow[] {
  return queries
    .select()
    .from(deliveries)
    .where(before === undefined ? undefined : lt(deliveries.receivedAt, before))
    .orderBy(desc(deliveries.receivedAt), desc(sql`rowid`))
    .limit(limit)
    .all();
}

export function quarantinedLines(
  queries: Queries,
  deliveryKey: DeliveryKey,
  limit: number,
): readonly QuarantinedLine[] {
  return queries
    .select({ line: lines.line, messageId: lines.messageId, reasons: lines.quarantineReasons })
    .from(lines)
    .where(and(eq(lines.deliveryKey, deliveryKey), eq(lines.outcome, 'quarantined')))
    .orderBy(asc(lines.line))
    .limit(limit)
    .all()
    .map(({ line, messageId, reasons }) => ({
      ...{ deliveryKey, line, messageId },
      reasons: JSON.parse(reasons ?? '[]') as readonly QuarantineReason[],
    }));
}

export function lineOutcomes(
  queries: Queries,
  deliveryKey: DeliveryKey,
  numbers: readonly number[],
): readonly LineOutcome[] {
  return queries
    .select({ line: lines.line, outcome: lines.outcome, reason: lines.reason })
    .from(lines)
    .where(and(eq(lines.deliveryKey, deliveryKey), inArray(lines.line, [...numbers])))
    .orderBy(asc(lines.line))
    .all();
}
