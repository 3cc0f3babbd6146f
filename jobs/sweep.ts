import type { Store } from '../db/store.ts';
import type { Access } from '../src/domain/access.ts';
import type { DeliveryRef } from '../src/domain/delivery.ts';
import type { ChunkId, DeliveryKey } from '../src/domain/ids.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { STALE_RECEIPT_MS } from './accept.ts';
import type { Flow } from './flow.ts';

const SWEEPING: Access = { actor: { kind: 'system', name: 'sweep' }, purpose: 'screen_delivery' };

export interface Swept {
  readonly chunks: number;
  readonly deliveries: number;
  readonly interrupted: number;
}

/**
 * Queues again whatever the database says is unfinished, and ends receipts that nobody will finish. Harmless at any
 * time: a chunk that is queued or being screened is not queued twice, and if it were, nothing would come of it.
 */
export async function sweep(store: Store, flow: Flow, clock: Clock): Promise<Swept> {
  const { chunks, toSettle, receiving } = await store.listUnfinished(SWEEPING);
  const byDelivery = new Map<DeliveryKey, { readonly delivery: DeliveryRef; readonly chunkIds: ChunkId[] }>();
  for (const { chunkId, deliveryKey, deliveryId } of chunks) {
    const group = byDelivery.get(deliveryKey) ?? { delivery: { deliveryKey, deliveryId }, chunkIds: [] };
    group.chunkIds.push(chunkId);
    byDelivery.set(deliveryKey, group);
  }
  for (const { delivery, chunkIds } of byDelivery.values()) await flow.deliveryFinalised(delivery, chunkIds);
  for (const delivery of toSettle) await flow.deliveryFinalised(delivery, []);
  const stale = receiving.filter(({ lastHeardAt }) => clock.now() - lastHeardAt > STALE_RECEIPT_MS);
  for (const { deliveryKey } of stale) {
    await store.refuseDelivery(SWEEPING, deliveryKey, 'DELIVERY_INTERRUPTED', clock.now());
  }
  return { chunks: chunks.length, deliveries: toSettle.length, interrupted: stale.length };
}
