import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { asId, type TaskId } from '../../../src/domain/ids.ts';
import type { RatedTaskPage } from '../../contract/policies.ts';
import { cases } from '../../schema/cases.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { LIVE, ratedTask } from '../ratings/rated-task.ts';

/** A page of the tasks that a change of policy would reach, by task id. */
export function listRatedTasks(engine: Engine, cursor: string | null, limit: number): RatedTaskPage {
  const rows = engine.queries
    .select({ taskId: tasks.taskId, subjectId: tasks.subjectId, caseId: cases.caseId, content: cases.content })
    .from(tasks)
    .innerJoin(cases, eq(cases.caseId, tasks.caseId))
    .where(and(LIVE, isNotNull(cases.content), cursor === null ? undefined : gt(tasks.taskId, asId<TaskId>(cursor))))
    .orderBy(asc(tasks.taskId))
    .limit(limit)
    .all();
  const found = rows.map((row) => ratedTask(engine, row)).filter((task) => task !== null);
  return { tasks: found, next: rows.length < limit ? null : (rows.at(-1)?.taskId ?? null) };
}
