import { randomUUID } from 'node:crypto';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { asId, type DispositionId, type EpochMs, type TaskId } from '../../../src/domain/ids.ts';
import type { Disposition } from '../../../src/domain/task.ts';
import type { NewDisposition } from '../../../src/review/task-change.ts';
import { dispositions, type tasks } from '../../schema/tasks.ts';
import type { Engine, Queries } from '../engine.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';

const reasonPlace = (dispositionId: DispositionId): string => placeOf('dispositions', [dispositionId], 'reason');

/** Every verdict on a task, retired ones too, in the order in which they were given. */
export function dispositionReader({ queries, keyring }: Engine): (taskId: TaskId) => readonly Disposition[] {
  const rows = queries
    .select()
    .from(dispositions)
    .where(eq(dispositions.taskId, sql.placeholder('taskId')))
    .orderBy(asc(sql`rowid`))
    .prepare();
  return (taskId) =>
    rows.all({ taskId }).map((row) => {
      const { dispositionId, question, verdict, accountId, decidedAt, evidenceHash } = row;
      const { proposedRating, overriddenRating, secondLook, retiredAt } = row;
      const reason = row.reason === null ? '' : openJson<string>(keyring, reasonPlace(dispositionId), row.reason);
      return {
        ...{ dispositionId, question, verdict, accountId, decidedAt, reason, evidenceHash },
        ...{ proposedRating, overriddenRating, secondLook, retiredAt },
      };
    });
}

type AnsweredTask = Pick<typeof tasks.$inferSelect, 'taskId' | 'band' | 'ruleId'>;

/** Stores an answer with what it was an answer to. */
export function addDisposition({ queries, keyring }: Engine, task: AnsweredTask, added: NewDisposition): void {
  const { taskId, band, ruleId } = task;
  const dispositionId = asId<DispositionId>(randomUUID());
  const reason = added.reason === '' ? null : sealJson(keyring, reasonPlace(dispositionId), added.reason);
  queries
    .insert(dispositions)
    .values({ ...added, dispositionId, taskId, band, ruleId, reason })
    .run();
}

export function retireDispositions(queries: Queries, retired: readonly DispositionId[], at: EpochMs): void {
  if (retired.length === 0) return;
  queries
    .update(dispositions)
    .set({ retiredAt: at })
    .where(inArray(dispositions.dispositionId, [...retired]))
    .run();
}
