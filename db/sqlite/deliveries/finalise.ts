import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { asId, type ChunkId, type DeliveryKey, type EpochMs } from '../../../src/domain/ids.ts';
import type { FinalisedDelivery } from '../../contract/deliveries.ts';
import { chunks, deliveries, lines } from '../../schema/deliveries.ts';
import type { Queries } from '../engine.ts';
import { currentRegisterVersion } from '../installation.ts';
import { missingNumbers } from './missing.ts';
import { decideRepeats } from './repeats.ts';
import { deliveryRow } from './status.ts';

/** Makes chunks of the lines of a delivery that have no outcome yet, of all or of some, in their order. */
export function makeChunks(
  queries: Queries,
  deliveryKey: DeliveryKey,
  chunkSize: number,
  which: SQL | undefined = undefined,
): readonly ChunkId[] {
  const waiting = queries
    .select({ line: lines.line })
    .from(lines)
    .where(and(eq(lines.deliveryKey, deliveryKey), isNull(lines.outcome), which))
    .orderBy(asc(lines.line))
    .all();
  const made: ChunkId[] = [];
  for (let start = 0; start < waiting.length; start += chunkSize) {
    const part = waiting.slice(start, start + chunkSize);
    made.push(addChunk(queries, deliveryKey, part[0]?.line ?? 0, part.at(-1)?.line ?? 0, part.length));
  }
  return made;
}

export function addChunk(
  queries: Queries,
  deliveryKey: DeliveryKey,
  firstLine: number,
  lastLine: number,
  lineCount: number,
): ChunkId {
  const chunkId = asId<ChunkId>(randomUUID());
  queries
    .insert(chunks)
    .values({ chunkId, deliveryKey, firstLine, lastLine, lineCount, state: 'open', attempt: 0 })
    .run();
  return chunkId;
}

export function finaliseDelivery(
  queries: Queries,
  deliveryKey: DeliveryKey,
  chunkSize: number,
  at: EpochMs,
): FinalisedDelivery | null {
  const delivery = deliveryRow(queries, deliveryKey);
  if (delivery?.state !== 'receiving') return null;
  decideRepeats(queries, deliveryKey, at);
  queries
    .update(deliveries)
    .set({ state: 'screening', finalisedAt: at, lastHeardAt: at, registerVersion: currentRegisterVersion(queries) })
    .where(eq(deliveries.deliveryKey, deliveryKey))
    .run();
  return {
    chunkIds: makeChunks(queries, deliveryKey, chunkSize),
    missingSequenceNumbers: missingNumbers(queries, delivery.sender),
  };
}
