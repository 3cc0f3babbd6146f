import { type DeliveryEvent, refused } from './delivery-event.ts';
import { readNdjsonDelivery } from './delivery-ndjson.ts';
import { plainBytes } from './inflate.ts';
import type { IntakeLimits } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Reads a delivery, line by line with flat memory, at the pace of whoever asks for the next event. Leaving the loop
 * early ends the source. An error of the source itself (a disk, a connection) is thrown as it came: whether to try
 * again is for whoever opened it.
 */
export async function* readDelivery(
  bytes: AsyncIterable<Uint8Array>,
  limits: IntakeLimits,
): AsyncGenerator<DeliveryEvent> {
  try {
    yield* readNdjsonDelivery(plainBytes(bytes, limits), limits.maxLineBytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield refused('DELIVERY_UNREADABLE', { cause: error.reason });
  }
}
