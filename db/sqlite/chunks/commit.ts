import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import type { QuarantineReason } from '../../../src/domain/ledger.ts';
import type { ChunkCommit, ChunkResult, LineResult } from '../../contract/chunks.ts';
import { lines } from '../../schema/deliveries.ts';
import { inquiries } from '../../schema/inquiries.ts';
import type { Engine, Queries } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { keptUntil } from '../kept/window.ts';
import { staleness } from './guards.ts';
import { caseReader } from './history.ts';
import { type ChunkRow, closeChunk, linesOf, openChunk, unscreenedIn } from './rows.ts';
import { writeCase } from './write-case.ts';

const POISON: QuarantineReason = { code: 'POISON', field: null };

/** @param keptUntil until when the content of a line that concerned nobody may be kept; null: not at all */
function lineCloser(queries: Queries) {
  const { placeholder } = sql;
  const values = {
    outcome: sql`${placeholder('outcome')}`,
    reason: sql`${placeholder('reason')}`,
    quarantineReasons: sql`${placeholder('quarantineReasons')}`,
    decidedAt: sql`${placeholder('decidedAt')}`,
  };
  const waiting = and(
    eq(lines.deliveryKey, placeholder('deliveryKey')),
    eq(lines.line, placeholder('line')),
    isNull(lines.outcome),
  );
  const erase = queries
    .update(lines)
    .set({ ...values, content: null, keptUntil: null })
    .where(waiting)
    .prepare();
  const keep = queries
    .update(lines)
    .set({ ...values, keptUntil: sql`coalesce(${lines.keptUntil}, ${placeholder('keptUntil')})` })
    .where(waiting)
    .prepare();
  return (
    deliveryKey: DeliveryKey,
    { line, outcome, reason }: LineResult,
    decidedAt: EpochMs,
    keptUntil: EpochMs | null,
  ): number => {
    const quarantineReasons = outcome === 'quarantined' ? JSON.stringify([{ code: reason, field: null }]) : null;
    const row = { deliveryKey, line, outcome, reason, quarantineReasons, decidedAt };
    const kept = keptUntil !== null && reason === 'no_hit';
    return kept ? keep.run({ ...row, keptUntil }).changes : erase.run(row).changes;
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
    const until = keptUntil(engine, at, at);
    const closed = result.lines.reduce((sum, line) => sum + closeLine(chunk.deliveryKey, line, at, until), 0);
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
      keptUntil: null,
      decidedAt: at,
    })
    .where(linesOf(chunk))
    .run();
  return committed(queries, chunk);
}
