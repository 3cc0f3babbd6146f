import { and, asc, eq, isNotNull, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { EpochMs, TaskId } from '../../../src/domain/ids.ts';
import { cases } from '../../schema/cases.ts';
import { holds } from '../../schema/retention.ts';
import { dispositions, tasks } from '../../schema/tasks.ts';
import {
  emptyTasks,
  eraseCase,
  forgetCaseNumber,
  isHeld,
  isNeeded,
  raiseCaseVersion,
  removeHits,
} from '../cases/erase.ts';
import { withdrawTask } from '../cases/withdraw.ts';
import type { Engine, Queries } from '../engine.ts';
import type { Finder, Found } from './found.ts';

type TaskRow = Pick<typeof tasks.$inferSelect, 'taskId' | 'caseId' | 'subjectId' | 'createdAt'>;

const COLUMNS = {
  ...{ taskId: tasks.taskId, caseId: tasks.caseId, subjectId: tasks.subjectId, createdAt: tasks.createdAt },
};

export function isTaskHeld(queries: Queries, taskId: TaskId): boolean {
  const standing = and(eq(holds.taskId, taskId), isNull(holds.releasedAt));
  return queries.select({ holdId: holds.holdId }).from(holds).where(standing).limit(1).get() !== undefined;
}

/** Erases one task's share of a case, and the case with the last of them. Its shell stays, to read the audit log by. */
export function eraseTask(
  engine: Engine,
  { taskId, caseId, subjectId }: Omit<TaskRow, 'createdAt'>,
  at: EpochMs,
): void {
  const { queries, erasures } = engine;
  withdrawTask(queries, taskId, 'term_over', null);
  emptyTasks(queries, eq(tasks.taskId, taskId));
  removeHits(queries, caseId, [subjectId]);
  erasures.record('task', taskId, at);
  if (!isNeeded(queries, caseId) && !isHeld(queries, caseId)) {
    eraseCase(engine, caseId, at);
    forgetCaseNumber(engine, caseId);
  }
  raiseCaseVersion(queries, caseId);
}

function found(engine: Engine, task: TaskRow, startedAt: EpochMs, at: EpochMs): Found {
  const { createdAt: firstStoredAt, taskId } = task;
  const held = isTaskHeld(engine.queries, taskId);
  return { startedAt, firstStoredAt, held, erase: () => eraseTask(engine, task, at) };
}

/** Closed tasks whose standing answer to a question is this one. The term begins with the answer. */
function closedWith(verdict: 'someone_else' | 'not_relevant'): Finder {
  return function* find(engine, at): Generator<Found> {
    const rows = engine.queries
      .select({ ...COLUMNS, decidedAt: sql<EpochMs>`max(${dispositions.decidedAt})` })
      .from(tasks)
      .innerJoin(
        dispositions,
        and(eq(dispositions.taskId, tasks.taskId), isNull(dispositions.retiredAt), eq(dispositions.verdict, verdict)),
      )
      .where(eq(tasks.state, 'closed'))
      .groupBy(tasks.taskId)
      .all();
    for (const { decidedAt, ...task } of rows) yield found(engine, task, decidedAt, at);
  };
}

export const falseMatches = closedWith('someone_else');
export const notRelevant = closedWith('not_relevant');

/** Every task that has content, whatever its state: nobody may know a person by it after five years. */
export const taskContent: Finder = function* find(engine, at) {
  const rows = engine.queries
    .select(COLUMNS)
    .from(tasks)
    .where(ne(tasks.state, 'withdrawn'))
    .orderBy(asc(tasks.createdAt))
    .all();
  for (const task of rows) yield found(engine, task, task.createdAt, at);
};

/** A retraction erases its case at once; this finds what a fault left, and what a hold kept that has been released. */
export const withdrawnContent: Finder = function* find(engine, at) {
  const { queries } = engine;
  const rows = queries
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(
      and(
        isNotNull(cases.content),
        notExists(
          queries
            .select({ one: sql`1` })
            .from(tasks)
            .where(and(eq(tasks.caseId, cases.caseId), ne(tasks.state, 'withdrawn'))),
        ),
      ),
    )
    .all();
  for (const { caseId } of rows) {
    // Kept under an order about somebody who left or whose basis ended: that kind counts it as held.
    if (isHeld(queries, caseId)) continue;
    yield {
      ...{ startedAt: at, firstStoredAt: at, held: false },
      erase: () => {
        eraseCase(engine, caseId, at);
        raiseCaseVersion(queries, caseId);
      },
    };
  }
};
