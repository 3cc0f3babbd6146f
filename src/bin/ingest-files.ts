import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../db/store.ts';
import type { Accepted } from '../../jobs/accept.ts';
import type { Access } from '../domain/access.ts';
import type { DeliveryRef, DeliveryStatus } from '../domain/delivery.ts';
import { ScreeningError } from '../domain/errors.ts';
import { readDelivery } from '../intake/delivery.ts';
import { openDeliveryFile } from '../runtime/delivery-file.ts';
import { startProgress } from '../runtime/progress.ts';
import type { Installation } from './installation.ts';
import { intakeLimits } from './intake-limits.ts';
import type { ScreeningSystem } from './screening-system.ts';

const BY_CLI: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'receive_delivery' };
/** Each look counts the rows and is itself recorded in the audit log. */
const POLL_MS = 300;

/** Hands one file in. @throws ScreeningError FILE_UNREADABLE when it cannot be opened. */
export async function ingestFile(installation: Installation, system: ScreeningSystem, path: string): Promise<Accepted> {
  const { bytes, sideFile } = await openDeliveryFile(path);
  return system.accept(BY_CLI, readDelivery(bytes, intakeLimits(installation.config), sideFile));
}

function screenedOf({ outcomes }: DeliveryStatus): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

async function statusesOf(store: Store, deliveries: readonly DeliveryRef[]): Promise<readonly DeliveryStatus[]> {
  const statuses = await Promise.all(deliveries.map(({ deliveryKey }) => store.deliveryStatus(BY_CLI, deliveryKey)));
  return statuses.map((status) => {
    if (status === null) throw new ScreeningError('DELIVERY_INTERRUPTED');
    return status;
  });
}

/**
 * Follows deliveries until the ledger of each is closed, with a bar on a terminal. Something else must be screening
 * them.
 */
export async function waitUntilSettled(
  store: Store,
  deliveries: readonly DeliveryRef[],
): Promise<readonly DeliveryStatus[]> {
  let statuses = await statusesOf(store, deliveries);
  const progress = startProgress(
    'screening',
    statuses.reduce((sum, { received }) => sum + received, 0),
  );
  try {
    while (!statuses.every(({ state }) => state === 'settled' || state === 'refused')) {
      await delay(POLL_MS);
      statuses = await statusesOf(store, deliveries);
      progress.update(statuses.reduce((sum, status) => sum + screenedOf(status), 0));
    }
    return statuses;
  } finally {
    progress.stop();
  }
}
