import { and, asc, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { asEpochMs, type EpochMs, type TaskId } from '../../../src/domain/ids.ts';
import type { TaskState } from '../../../src/domain/task.ts';
import { CLAIM_DURATION_MS } from '../../../src/review/claims.ts';
import { compareRank } from '../../../src/review/ranking.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';
import type { TaskRow } from './read-tasks.ts';

/** Rows read at a time while looking for enough that an account may see. */
const BATCH_ROWS = 64;

const rankOf = ({ ratingLevel, createdAt, taskId }: TaskRow) => ({ rating: ratingLevel, createdAt, taskId });

/** Rows of the queue that come after `after`, in the order of `compareRank`; of one state, or of all. */
function rowsAfter(queries: Queries, state: TaskState | null, where: SQL | undefined, after: TaskRow | null) {
  const position = sql`(${tasks.ratingRank}, ${tasks.createdAt}, ${tasks.taskId})`;
  return queries
    .select()
    .from(tasks)
    .where(
      and(
        state === null ? undefined : eq(tasks.state, state),
        after === null ? undefined : sql`${position} > (${after.ratingRank}, ${after.createdAt}, ${after.taskId})`,
        where,
      ),
    )
    .orderBy(asc(tasks.ratingRank), asc(tasks.createdAt), asc(tasks.taskId))
    .limit(BATCH_ROWS)
    .all();
}

function* ofState(
  queries: Queries,
  state: TaskState | null,
  where: SQL | undefined,
  after: TaskRow | null,
): Generator<TaskRow, undefined> {
  let last = after;
  for (;;) {
    const batch = rowsAfter(queries, state, where, last);
    yield* batch;
    last = batch.at(-1) ?? null;
    if (batch.length < BATCH_ROWS) return;
  }
}

/** One state of the queue and how far it has been read; `row` is undefined at its end. */
interface Head {
  readonly source: Generator<TaskRow, undefined>;
  row: TaskRow | undefined;
}

function isBefore(a: Head, b: Head): boolean {
  return a.row !== undefined && b.row !== undefined && compareRank(rankOf(a.row), rankOf(b.row)) < 0;
}

/**
 * Walks the queue from its head or from behind a row, reading only as far as it is asked. Each state is read along its
 * own index and the heads are merged, so that a page costs the same at 100 tasks and at 100,000.
 *
 * @param states null = all
 */
export function* walkQueue(
  queries: Queries,
  states: readonly TaskState[] | null,
  where: SQL | undefined,
  after: TaskRow | null,
): Generator<TaskRow> {
  const sources = (states ?? [null]).map((state) => ofState(queries, state, where, after));
  let heads: Head[] = sources.map((source) => ({ source, row: source.next().value }));
  for (;;) {
    heads = heads.filter(({ row }) => row !== undefined);
    const first = heads.reduce<Head | null>(
      (best, head) => (best === null || isBefore(head, best) ? head : best),
      null,
    );
    if (first?.row === undefined) return;
    yield first.row;
    first.row = first.source.next().value;
  }
}

/** Nobody has it in hand, as far as the claim says. */
export function unclaimed(at: EpochMs): SQL | undefined {
  return or(isNull(tasks.claimedAt), lte(tasks.claimedAt, asEpochMs(at - CLAIM_DURATION_MS)));
}

export function rowOf(queries: Queries, taskId: TaskId): TaskRow | null {
  return queries.select().from(tasks).where(eq(tasks.taskId, taskId)).get() ?? null;
}
