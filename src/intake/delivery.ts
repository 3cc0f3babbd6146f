import { type DeliveryEvent, refused } from './delivery-event.ts';
import { readNdjsonDelivery } from './delivery-ndjson.ts';
import { readXmlDelivery } from './delivery-xml.ts';
import { plainBytes } from './inflate.ts';
import type { IntakeLimits } from './limits.ts';
import { peek } from './peek.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Enough for a byte order mark and what people put before the first tag. */
const START_BYTES = 16;

async function* readPlain(
  plain: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
  sideFile: string | null,
): AsyncGenerator<DeliveryEvent> {
  const { start, bytes } = await peek(plain, START_BYTES);
  const isXml = new TextDecoder().decode(start).trimStart().startsWith('<');
  yield* isXml ? readXmlDelivery(bytes, maxLineBytes, sideFile) : readNdjsonDelivery(bytes, maxLineBytes);
}

/**
 * Reads a delivery, line by line with flat memory, at the pace of whoever asks for the next event. Format and
 * compression are told from the bytes, never from a name. Leaving the loop early ends the source. An error of the
 * source itself (a disk, a connection) is thrown as it came: whether to try again is for whoever opened it.
 * @param sideFile the text of `<name>.sha256`, which an XML delivery needs and any other ignores.
 */
export async function* readDelivery(
  bytes: AsyncIterable<Uint8Array>,
  limits: IntakeLimits,
  sideFile: string | null = null,
): AsyncGenerator<DeliveryEvent> {
  try {
    yield* readPlain(plainBytes(bytes, limits), limits.maxLineBytes, sideFile);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield refused('DELIVERY_UNREADABLE', { ...error.params });
  }
}
