import { and, desc, eq, ne } from 'drizzle-orm';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { isIdentityAnswered, visibleDispositions } from '../../../src/review/visibility.ts';
import type { TaskOfSubject } from '../../contract/tasks.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { isShown, type LineWriter, type ShownTask } from './lines.ts';
import { type Onlooker, refusalToShow } from './onlooker.ts';
import type { TaskReader } from './read-tasks.ts';

/** Nobody has more than a few; somebody who does is shown the newest. */
const OTHER_TASKS_SHOWN = 50;

interface Reading {
  readonly engine: Engine;
  readonly reader: TaskReader;
  readonly lines: LineWriter;
}

/** The other tasks about the subject of a task, each as far as the account may see it by itself. */
export function otherTasks(
  { engine, reader, lines }: Reading,
  onlooker: Onlooker,
  { row: { taskId, subjectId } }: ShownTask,
  at: EpochMs,
): readonly TaskOfSubject[] {
  const rows = engine.queries
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), ne(tasks.taskId, taskId)))
    .orderBy(desc(tasks.createdAt), desc(tasks.taskId))
    .limit(OTHER_TASKS_SHOWN)
    .all();
  return rows.flatMap((row) => {
    const task = reader.open(row);
    if (!isShown(task) || refusalToShow(onlooker, task) !== null) return [];
    const answered = isIdentityAnswered(task.review, onlooker.account);
    const verdicts = visibleDispositions(task.review, onlooker.account)
      .filter(({ retiredAt, question }) => retiredAt === null && (answered || question === 'identity'))
      .map(({ verdict }) => verdict);
    return [{ ...lines.line(task, onlooker, at), verdicts }];
  });
}
