import type { DeliveryRef, DeliveryStatus } from '../domain/delivery.ts';
import { waitUntilSettled } from './ingest-files.ts';
import type { Installation } from './installation.ts';
import type { ScreeningSystem } from './screening-system.ts';

/** Waits for deliveries to be settled; on the embedded default a worker of our own does it when nobody else does. */
export async function followToTheEnd(
  { store, config }: Installation,
  system: ScreeningSystem,
  deliveries: readonly DeliveryRef[],
): Promise<readonly DeliveryStatus[]> {
  const alone = config.installation === 'embedded' && !(await system.hasWorker());
  const worker = alone ? await system.startWorker() : null;
  try {
    return await waitUntilSettled(store, deliveries);
  } finally {
    await worker?.close();
  }
}
