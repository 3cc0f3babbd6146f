import type { Store } from '../db/store.ts';
import type { Access } from '../src/domain/access.ts';
import type { DeliveryKey } from '../src/domain/ids.ts';
import type { Clock } from '../src/runtime/clock.ts';

const SETTLING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Closes the ledger of a delivery. False when a line still lacks its outcome, or it was closed before: both harmless. */
export async function settleDelivery(store: Store, clock: Clock, deliveryKey: DeliveryKey): Promise<boolean> {
  return store.settleDelivery(SETTLING, deliveryKey, clock.now());
}
