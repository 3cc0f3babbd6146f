import { desc, eq } from 'drizzle-orm';
import type { EpochMs, SubjectId } from '../../../src/domain/ids.ts';
import { isReviewing, isSenior } from '../../../src/review/reviewers.ts';
import { isIdentityAnswered, visibleDispositions } from '../../../src/review/visibility.ts';
import type { SubjectHistory, SubjectHistoryStore, TaskInHistory } from '../../contract/subject-history.ts';
import type { MoveRefused } from '../../contract/tasks.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { transact } from '../transact.ts';
import { isShown, type LineWriter, lineWriter, type ShownTask } from './lines.ts';
import { begin, refusedWith } from './moves.ts';
import { namesOf } from './names.ts';
import { type Onlooker, refusalToShow } from './onlooker.ts';
import { type TaskReader, taskReader } from './read-tasks.ts';

const MOST_TASKS = 100;

/** The tasks that the account may see at all. */
function tasksShown(
  { queries }: Engine,
  reader: TaskReader,
  onlooker: Onlooker,
  subjectId: SubjectId,
): readonly ShownTask[] {
  const rows = queries
    .select()
    .from(tasks)
    .where(eq(tasks.subjectId, subjectId))
    .orderBy(desc(tasks.createdAt), desc(tasks.taskId))
    .limit(MOST_TASKS)
    .all();
  return rows
    .map((row) => reader.open(row))
    .filter(isShown)
    .filter((task) => refusalToShow(onlooker, task) === null);
}

function inHistory(lines: LineWriter, onlooker: Onlooker, task: ShownTask, at: EpochMs): TaskInHistory {
  const answered = isIdentityAnswered(task.review, onlooker.account);
  const dispositions = visibleDispositions(task.review, onlooker.account);
  return {
    ...lines.line(task, onlooker, at),
    dispositions: dispositions.filter(({ question }) => answered || question === 'identity'),
  };
}

export function subjectHistoryStore(engine: Engine): SubjectHistoryStore {
  const reader = taskReader(engine);
  const lines = lineWriter(engine);
  return {
    viewSubjectHistory: (access, subjectId, at) =>
      transact(engine, access, 'view_subject_history', (tx): SubjectHistory | MoveRefused => {
        const onlooker = begin(engine, reader, tx, access, at);
        const { account } = onlooker;
        const shown = isReviewing(account) ? tasksShown(engine, reader, onlooker, subjectId) : [];
        const [newest] = shown;
        // Only what there is: somebody may have typed anything into the address.
        if (newest !== undefined) tx.note({ subjectId });
        const mayLook = isSenior(account) || shown.some(({ review }) => isIdentityAnswered(review, account));
        if (newest === undefined || !mayLook) {
          tx.note({ refusal: 'unknown_task' });
          return refusedWith('unknown_task');
        }
        const history = shown.map((task) => inHistory(lines, onlooker, task, at));
        tx.note({ taskIds: history.map(({ taskId }) => taskId).join(' ') });
        const accountIds = history.flatMap(({ claimedBy, dispositions }) => [
          claimedBy,
          ...dispositions.map(({ accountId }) => accountId),
        ]);
        const { personnelNumber } = newest.subject.newest;
        return { personnelNumber, tasks: history, names: namesOf(engine, accountIds) };
      }),
  };
}
