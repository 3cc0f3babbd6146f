import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { DeliveryHeader } from '../../../src/domain/delivery.ts';
import type { ErrorCode } from '../../../src/domain/errors.ts';
import { asId, type DeliveryKey, type EpochMs } from '../../../src/domain/ids.ts';
import type { OpenedDelivery } from '../../contract/deliveries.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import type { Queries } from '../engine.ts';
import { deliveryRowOf, statusOf } from './status.ts';

type DeliveryRow = typeof deliveries.$inferSelect;

function sameHeader(row: DeliveryRow, header: DeliveryHeader): boolean {
  return (
    row.sha256 === header.sha256 && row.entryCount === header.entryCount && row.sequenceNumber === header.sequenceNumber
  );
}

/** Begins a receipt under a new key: one that was broken off and wakes up later finds that its own key is gone. */
function begin(queries: Queries, header: DeliveryHeader, at: EpochMs): OpenedDelivery {
  const deliveryKey = asId<DeliveryKey>(randomUUID());
  queries
    .insert(deliveries)
    .values({ ...header, deliveryKey, state: 'receiving', receivedAt: at, lastHeardAt: at })
    .run();
  return { kind: 'opened', deliveryKey };
}

export function openDelivery(
  queries: Queries,
  header: DeliveryHeader,
  at: EpochMs,
  staleAfterMs: number,
): OpenedDelivery {
  const known = deliveryRowOf(queries, header.sender, header.deliveryId);
  if (known === undefined) return begin(queries, header, at);
  if (known.state === 'screening' || known.state === 'settled') {
    return { kind: sameHeader(known, header) ? 'duplicate' : 'conflict', status: statusOf(queries, known) };
  }
  if (known.state === 'receiving' && at - known.lastHeardAt < staleAfterMs) return { kind: 'in_progress' };
  deleteLines(queries, known.deliveryKey);
  queries.delete(deliveries).where(eq(deliveries.deliveryKey, known.deliveryKey)).run();
  return begin(queries, header, at);
}

/** Says that the receipt is alive; false when the delivery is not `receiving` under this key any more. */
export function hearFrom(queries: Queries, deliveryKey: DeliveryKey, at: EpochMs): boolean {
  const { changes } = queries
    .update(deliveries)
    .set({ lastHeardAt: at })
    .where(and(eq(deliveries.deliveryKey, deliveryKey), eq(deliveries.state, 'receiving')))
    .run();
  return changes === 1;
}

export function refuseDelivery(queries: Queries, deliveryKey: DeliveryKey, code: ErrorCode): boolean {
  const { changes } = queries
    .update(deliveries)
    .set({ state: 'refused', code })
    .where(and(eq(deliveries.deliveryKey, deliveryKey), eq(deliveries.state, 'receiving')))
    .run();
  if (changes === 1) deleteLines(queries, deliveryKey);
  return changes === 1;
}

function deleteLines(queries: Queries, deliveryKey: DeliveryKey): void {
  queries.delete(lines).where(eq(lines.deliveryKey, deliveryKey)).run();
}
