import { and, eq, ne, sql } from 'drizzle-orm';
import type { EpochMs, MessageId, SubjectId, TaskId } from '../../../src/domain/ids.ts';
import type { WithdrawalReason } from '../../../src/domain/task.ts';
import { withdraw } from '../../../src/review/life.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine, Queries } from '../engine.ts';
import { columnsOf } from '../tasks/write-change.ts';
import { eraseCase, isHeld, isNeeded, raiseCaseVersion } from './erase.ts';

/** Takes a task out of the queue. The content of its case is the caller's to erase. */
export function withdrawTask(
  queries: Queries,
  taskId: TaskId,
  reason: WithdrawalReason,
  messageId: MessageId | null,
): void {
  queries
    .update(tasks)
    .set({
      ...columnsOf(withdraw()),
      withdrawnReason: reason,
      version: sql`${tasks.version} + 1`,
      ...(messageId !== null && { messageId }),
    })
    .where(eq(tasks.taskId, taskId))
    .run();
}

/**
 * Withdraws every task about a subject that left or may no longer be shown, and erases the cases that nobody else has a
 * task in, unless a legal order holds them. A closed task stays: it is the file of a decision that was made, and has a
 * retention term of its own.
 *
 * @returns how many were withdrawn
 */
export function withdrawTasksOf(engine: Engine, subjectId: SubjectId, reason: WithdrawalReason, at: EpochMs): number {
  const { queries } = engine;
  const standing = queries
    .select({ taskId: tasks.taskId, caseId: tasks.caseId })
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), ne(tasks.state, 'withdrawn'), ne(tasks.state, 'closed')))
    .all();
  for (const { taskId, caseId } of standing) {
    withdrawTask(queries, taskId, reason, null);
    if (!isNeeded(queries, caseId) && !isHeld(queries, caseId)) eraseCase(engine, caseId, at);
    raiseCaseVersion(queries, caseId);
  }
  return standing.length;
}
