import { randomUUID } from 'node:crypto';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { asId, type DispositionId, type EpochMs, type TaskId } from '../../../src/domain/ids.ts';
import type { Disposition } from '../../../src/domain/task.ts';
import type { NewDisposition } from '../../../src/review/task-change.ts';
import { dispositions } from '../../schema/tasks.ts';
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
    rows.all({ taskId }).map(({ taskId: _, reason, ...disposition }) => ({
      ...disposition,
      reason: reason === null ? '' : openJson<string>(keyring, reasonPlace(disposition.dispositionId), reason),
    }));
}

export function addDisposition({ queries, keyring }: Engine, taskId: TaskId, added: NewDisposition): void {
  const dispositionId = asId<DispositionId>(randomUUID());
  const reason = added.reason === '' ? null : sealJson(keyring, reasonPlace(dispositionId), added.reason);
  queries
    .insert(dispositions)
    .values({ ...added, dispositionId, taskId, reason })
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
