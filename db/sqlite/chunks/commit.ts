import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import type { QuarantineReason } from '../../../src/domain/ledger.ts';
import type { ChunkCommit, ChunkResult, LineResult } from '../../contract/chunks.ts';
import { lines } from '../../schema/deliveries.ts';
import { inquiries } from '../../schema/inquiries.ts';
import type { Engine, Queries } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { staleness } from './guards.ts';
import { caseReader } from './history.ts';
import { type ChunkRow, closeChunk, linesOf, openChunk, unscreenedIn } from './rows.ts';
import { writeCase } from './write-case.ts';

const POISON: QuarantineReason = { code: 'POISON', field: null };

function lineCloser(queries: Queries) {
  const close = queries
    .update(lines)
    .set({
      outcome: sql`${sql.placeholder('outcome')}`,
      reason: sql`${sql.placeholder('reason')}`,
      quarantineReasons: sql`${sql.placeholder('quarantineReasons')}`,
      decidedAt: sql`${sql.placeholder('decidedAt')}`,
      content: null,
    })
    .where(
      and(
        eq(lines.deliveryKey, sql.placeholder('deliveryKey')),
        eq(lines.line, sql.placeholder('line')),
        isNull(lines.outcome),
      ),
    )
    .prepare();
  return (deliveryKey: DeliveryKey, { line, outcome, reason }: LineResult, decidedAt: EpochMs): number => {
    const quarantineReasons = outcome === 'quarantined' ? JSON.stringify([{ code: reason, field: null }]) : null;
    return close.run({ deliveryKey, line, outcome, reason, quarantineReasons, decidedAt }).changes;
  };
}

function committed(queries: Queries, chunk: ChunkRow): ChunkCommit {
  closeChunk(queries, chunk.chunkId, 'done');
  const { deliveryKey } = chunk;
  return { kind: 'committed', deliveryKey, unscreened: unscreenedIn(queries, deliveryKey) };
}

/** From now on the partners of these inquiries are compared with this delivery and no other. */
function useComparisons(queries: Queries, used: ChunkResult['inquiries'], deliveryKey: DeliveryKey): void {
  const first = and(inArray(inquiries.inquiryId, [...used]), isNull(inquiries.comparedIn));
  const { changes } = queries.update(inquiries).set({ comparedIn: deliveryKey }).where(first).run();
  if (changes > 0) raiseRegisterVersion(queries);
}

/** Writes all that a chunk changes, unless something it rests on has moved. */
export function chunkCommitter(engine: Engine): (result: ChunkResult, at: EpochMs) => ChunkCommit {
  const { queries } = engine;
  const closeLine = lineCloser(queries);
  const { version } = caseReader(engine);

  return (result, at) => {
    const chunk = openChunk(queries, result.chunkId);
    if (chunk?.attempt !== result.attempt) return { kind: 'superseded' };
    const what = staleness(engine, version, result);
    if (what !== null) return { kind: 'stale', what };
    const closed = result.lines.reduce((sum, line) => sum + closeLine(chunk.deliveryKey, line, at), 0);
    if (closed !== chunk.lineCount)
      throw new Error(`${closed} of the ${chunk.lineCount} lines of a chunk got an outcome`);
    for (const write of result.cases) writeCase(engine, write, at);
    useComparisons(queries, result.inquiries, chunk.deliveryKey);
    return committed(queries, chunk);
  };
}

/** Gives up on what is left of a chunk. */
export function quarantineChunk(queries: Queries, chunk: ChunkRow, at: EpochMs): ChunkCommit {
  queries
    .update(lines)
    .set({
      outcome: 'quarantined',
      reason: POISON.code,
      quarantineReasons: JSON.stringify([POISON]),
      content: null,
      decidedAt: at,
    })
    .where(linesOf(chunk))
    .run();
  return committed(queries, chunk);
}
