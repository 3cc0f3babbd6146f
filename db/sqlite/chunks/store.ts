import { and, asc, eq, notExists, sql } from 'drizzle-orm';
import { CANARY_SENDER } from '../../../src/domain/delivery.ts';
import type { CaseNumber, ChunkId } from '../../../src/domain/ids.ts';
import type { BegunChunk, ChunkStore } from '../../contract/chunks.ts';
import { chunks, deliveries, lines } from '../../schema/deliveries.ts';
import { addChunk } from '../deliveries/finalise.ts';
import { deliveryRow } from '../deliveries/status.ts';
import type { Engine, Queries } from '../engine.ts';
import { currentRegisterVersion } from '../installation.ts';
import { look, transact } from '../transact.ts';
import { chunkCommitter, quarantineChunk } from './commit.ts';
import { caseReader } from './history.ts';
import { readPairs } from './pairs.ts';
import { closeChunk, entriesOf, linesOf, openChunk } from './rows.ts';

function chunkRow(queries: Queries, chunkId: ChunkId) {
  return queries.select().from(chunks).where(eq(chunks.chunkId, chunkId)).get();
}

function beginChunk(engine: Engine, history: ReturnType<typeof caseReader>['history'], chunkId: ChunkId): BegunChunk {
  const { queries } = engine;
  const chunk = openChunk(queries, chunkId);
  if (chunk === undefined) {
    return { kind: 'nothing_to_do', deliveryKey: chunkRow(queries, chunkId)?.deliveryKey ?? null };
  }
  const attempt = chunk.attempt + 1;
  queries.update(chunks).set({ attempt }).where(eq(chunks.chunkId, chunkId)).run();
  const chunkLines = entriesOf(engine, chunk);
  const caseNumbers = new Set<CaseNumber>(
    chunkLines.map(({ entry }) => (entry.kind === 'retraction' ? entry.caseNumber : entry.case.caseNumber)),
  );
  const delivery = deliveryRow(queries, chunk.deliveryKey);
  return {
    ...{ kind: 'work', chunkId, deliveryKey: chunk.deliveryKey, attempt, lines: chunkLines },
    planted: delivery?.sender === CANARY_SENDER,
    registerVersion: delivery?.registerVersion ?? currentRegisterVersion(queries),
    cases: [...caseNumbers].map(history),
  };
}

function splitChunk(queries: Queries, chunkId: ChunkId): readonly ChunkId[] {
  const chunk = openChunk(queries, chunkId);
  if (chunk === undefined || chunk.lineCount === 1) return [];
  const numbers = queries.select({ line: lines.line }).from(lines).where(linesOf(chunk)).orderBy(asc(lines.line)).all();
  closeChunk(queries, chunkId, 'split');
  return numbers.map(({ line }) => addChunk(queries, chunk.deliveryKey, line, line, 1));
}

function unfinished(queries: Queries): Awaited<ReturnType<ChunkStore['listUnfinished']>> {
  const { deliveryKey, deliveryId, lastHeardAt } = deliveries;
  const openOf = and(eq(chunks.deliveryKey, deliveryKey), eq(chunks.state, 'open'));
  const screening = eq(deliveries.state, 'screening');
  return {
    chunks: queries
      .select({ chunkId: chunks.chunkId, deliveryKey, deliveryId })
      .from(deliveries)
      .innerJoin(chunks, openOf)
      .where(screening)
      .orderBy(asc(deliveries.finalisedAt), asc(chunks.firstLine))
      .all(),
    toSettle: queries
      .select({ deliveryKey, deliveryId })
      .from(deliveries)
      .where(and(screening, notExists(queries.select({ one: sql`1` }).from(chunks).where(openOf))))
      .all(),
    receiving: queries
      .select({ deliveryKey, deliveryId, lastHeardAt })
      .from(deliveries)
      .where(eq(deliveries.state, 'receiving'))
      .all(),
  };
}

export function chunkStore(engine: Engine): ChunkStore {
  const { queries } = engine;
  const { history } = caseReader(engine);
  const commit = chunkCommitter(engine);
  return {
    beginChunk: (access, chunkId) =>
      transact(engine, access, 'begin_chunk', (tx) => {
        const begun = beginChunk(engine, history, chunkId);
        tx.note({ chunkId, ...(begun.kind === 'work' && { attempt: begun.attempt, lines: begun.lines.length }) });
        return begun;
      }),
    readPairs: (access, pairs) => look(engine, access, 'read_pairs', () => readPairs(engine, pairs)),
    commitChunk: (access, result, at) =>
      transact(engine, access, 'commit_chunk', (tx) => {
        const done = commit(result, at);
        const { chunkId, attempt, modelVersion, registerVersion } = result;
        tx.note({ chunkId, attempt, result: done.kind === 'stale' ? `stale_${done.what}` : done.kind });
        if (done.kind === 'committed') tx.note({ modelVersion, registerVersion, ...countOutcomes(result) });
        if (result.inquiries.length > 0) tx.note({ inquiryIds: result.inquiries.join(' ') });
        return done;
      }),
    uncountAttempt: (access, chunkId, attempt) =>
      transact(engine, access, 'uncount_attempt', (tx) => {
        const open = and(eq(chunks.chunkId, chunkId), eq(chunks.attempt, attempt), eq(chunks.state, 'open'));
        const { changes } = queries
          .update(chunks)
          .set({ attempt: attempt - 1 })
          .where(open)
          .run();
        tx.note({ chunkId, attempt, uncounted: changes });
      }),
    splitChunk: (access, chunkId) =>
      transact(engine, access, 'split_chunk', (tx) => {
        const made = splitChunk(queries, chunkId);
        tx.note({ chunkId, chunks: made.length });
        return made;
      }),
    quarantineChunk: (access, chunkId, at) =>
      transact(engine, access, 'quarantine_chunk', (tx) => {
        const chunk = openChunk(queries, chunkId);
        tx.note({ chunkId, lines: chunk?.lineCount ?? 0 });
        return chunk === undefined ? { kind: 'superseded' as const } : quarantineChunk(queries, chunk, at);
      }),
    listUnfinished: (access) => look(engine, access, 'list_unfinished', () => unfinished(queries)),
  };
}

/** The counts of an audit row: outcomes, and what screening counted beside them. */
function countOutcomes({ lines: results, counts }: Parameters<ChunkStore['commitChunk']>[1]): Record<string, number> {
  const outcomes: Record<string, number> = {};
  for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return { ...counts, ...outcomes };
}
