import { and, asc, between, eq, isNull, sql } from 'drizzle-orm';
import type { Entry } from '../../../src/domain/entry.ts';
import type { ChunkId } from '../../../src/domain/ids.ts';
import type { ChunkLine } from '../../contract/chunks.ts';
import { chunks, deliveries, lines } from '../../schema/deliveries.ts';
import { contentPlace } from '../deliveries/append.ts';
import type { Engine, Queries } from '../engine.ts';
import { openJson } from '../payload.ts';

export type ChunkRow = typeof chunks.$inferSelect;

/** A chunk that can still be screened; undefined when it is done, split, unknown, or its delivery is. */
export function openChunk(queries: Queries, chunkId: ChunkId): ChunkRow | undefined {
  const row = queries
    .select({ chunk: chunks })
    .from(chunks)
    .innerJoin(deliveries, eq(deliveries.deliveryKey, chunks.deliveryKey))
    .where(and(eq(chunks.chunkId, chunkId), eq(chunks.state, 'open'), eq(deliveries.state, 'screening')))
    .get();
  return row?.chunk;
}

/** The lines of an open chunk: those of its range that have no outcome. */
export const linesOf = ({ deliveryKey, firstLine, lastLine }: ChunkRow) =>
  and(eq(lines.deliveryKey, deliveryKey), between(lines.line, firstLine, lastLine), isNull(lines.outcome));

export function entriesOf({ queries, keyring }: Engine, chunk: ChunkRow): readonly ChunkLine[] {
  const rows = queries
    .select({ line: lines.line, content: lines.content })
    .from(lines)
    .where(linesOf(chunk))
    .orderBy(asc(lines.line))
    .all();
  return rows.map(({ line, content }) => {
    if (content === null) throw new Error(`line ${line} of ${chunk.deliveryKey} has neither content nor outcome`);
    return { line, entry: openJson<Entry>(keyring, contentPlace(chunk.deliveryKey, line), content) };
  });
}

export function closeChunk(queries: Queries, chunkId: ChunkId, state: 'done' | 'split'): void {
  queries.update(chunks).set({ state }).where(eq(chunks.chunkId, chunkId)).run();
}

/** Lines that still wait, by the chunks that hold them: nearly as cheap to ask after each chunk as not to. */
export function unscreenedIn(queries: Queries, deliveryKey: ChunkRow['deliveryKey']): number {
  const sum = queries
    .select({ lines: sql<number>`coalesce(sum(${chunks.lineCount}), 0)` })
    .from(chunks)
    .where(and(eq(chunks.deliveryKey, deliveryKey), eq(chunks.state, 'open')))
    .get();
  return sum?.lines ?? 0;
}
