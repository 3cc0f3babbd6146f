import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { asEpochMs, type EpochMs } from '../../../src/domain/ids.ts';
import { currentDispositions } from '../../../src/review/review-task.ts';
import { isSenior } from '../../../src/review/reviewers.ts';
import type { DecidedTask, DecisionFilter, DecisionPage, DecisionStore } from '../../contract/decisions.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { transact } from '../transact.ts';
import { isShown, type LineWriter, lineWriter } from './lines.ts';
import { begin } from './moves.ts';
import { namesOf } from './names.ts';
import { type Onlooker, refusalToShow } from './onlooker.ts';
import { type TaskReader, taskReader } from './read-tasks.ts';

/** Behind the task that was looked at last: `<closedAt>.<taskId>`. One that is none of ours is the beginning. */
function behind(cursor: string | undefined): SQL | undefined {
  const [, closedAt, taskId] = /^(\d{1,15})\.(.+)$/.exec(cursor ?? '') ?? [];
  if (closedAt === undefined || taskId === undefined) return undefined;
  return sql`(${tasks.closedAt}, ${tasks.taskId}) > (${asEpochMs(Number(closedAt))}, ${taskId})`;
}

/** Closed tasks in the order in which they were closed, along their own index. */
function listDecisions(
  engine: Engine,
  reader: TaskReader,
  lines: LineWriter,
  onlooker: Onlooker,
  { limit, cursor }: DecisionFilter,
  at: EpochMs,
): DecisionPage {
  if (!isSenior(onlooker.account)) throw new ScreeningError('ROLE_FORBIDS');
  const rows = engine.queries
    .select()
    .from(tasks)
    .where(and(eq(tasks.state, 'closed'), isNotNull(tasks.closedAt), behind(cursor)))
    .orderBy(asc(tasks.closedAt), asc(tasks.taskId))
    .limit(limit)
    .all();
  const decided = rows.flatMap((row): DecidedTask[] => {
    const task = reader.open(row);
    if (row.closedAt === null || !isShown(task) || refusalToShow(onlooker, task) !== null) return [];
    const line = lines.line(task, onlooker, at);
    return [{ ...line, closedAt: row.closedAt, dispositions: currentDispositions(task.review) }];
  });
  const last = rows.at(-1);
  return {
    tasks: decided,
    next: last === undefined ? (cursor ?? null) : `${last.closedAt}.${last.taskId}`,
    names: namesOf(
      engine,
      decided.flatMap(({ dispositions }) => dispositions.map(({ accountId }) => accountId)),
    ),
  };
}

export function decisionStore(engine: Engine): DecisionStore {
  const reader = taskReader(engine);
  const lines = lineWriter(engine);
  return {
    listDecisions: (access, filter, at) =>
      transact(engine, access, 'list_decisions', (tx) => {
        const page = listDecisions(engine, reader, lines, begin(engine, reader, tx, access, at), filter, at);
        tx.note({ shown: page.tasks.length, taskIds: page.tasks.map(({ taskId }) => taskId).join(' ') });
        return page;
      }),
  };
}
