import type { Access } from '../../../src/domain/access.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { EpochMs, TaskId } from '../../../src/domain/ids.ts';
import { assign, claim, release } from '../../../src/review/claims.ts';
import { decideIdentity, decideRelevance } from '../../../src/review/decisions.ts';
import { isReviewing } from '../../../src/review/reviewers.ts';
import type { MoveRefused, TaskStore, TaskView } from '../../contract/tasks.ts';
import { accountById, allAccounts } from '../administration/account-rows.ts';
import { requireRole } from '../administration/require-role.ts';
import type { Engine } from '../engine.ts';
import { look, transact } from '../transact.ts';
import { countTasks } from './count-tasks.ts';
import { isShown, lineWriter } from './lines.ts';
import { listTasks } from './list-tasks.ts';
import { begin, claimNext, type Move, makeMove, refusedWith } from './moves.ts';
import { refusalToShow } from './onlooker.ts';
import { taskReader } from './read-tasks.ts';
import { viewOf } from './view-task.ts';

type Viewed = TaskView | MoveRefused;

export function taskStore(engine: Engine): TaskStore {
  const reader = taskReader(engine);
  const lines = lineWriter(engine);
  const move = (access: Parameters<typeof makeMove>[2], made: Move) => makeMove(engine, reader, access, made);

  const view = (access: Access, action: string, taskId: TaskId, at: EpochMs): Promise<Viewed> =>
    transact(engine, access, action, (tx): Viewed => {
      const onlooker = begin(engine, reader, tx, access, at);
      const task = reader.find(taskId);
      if (task !== null) tx.note({ taskId });
      const hidden = task === null ? 'unknown_task' : refusalToShow(onlooker, task);
      if (task === null || hidden !== null || !isShown(task)) {
        const refusal = hidden ?? 'wrong_state';
        tx.note({ refusal });
        return refusedWith(refusal);
      }
      const shown = viewOf({ engine, reader, lines }, onlooker, task, at);
      const others = shown.relevance?.otherTasks.map((other) => other.taskId) ?? [];
      tx.note({ version: task.row.version, relevanceShown: Number(shown.relevance !== null) });
      if (others.length > 0) tx.note({ otherTaskIds: others.join(' ') });
      return shown;
    });

  return {
    listTasks: (access, filter, at) =>
      transact(engine, access, 'list_tasks', (tx) => {
        const page = listTasks(engine, reader, lines, begin(engine, reader, tx, access, at), filter, at);
        tx.note({ shown: page.tasks.length, taskIds: page.tasks.map(({ taskId }) => taskId).join(' ') });
        return page;
      }),
    viewTask: (access, taskId, at) => view(access, 'view_task', taskId, at),
    printTask: (access, taskId, at) => view(access, 'print_task', taskId, at),
    claimTask: (access, taskId, at) =>
      move(access, { action: 'claim_task', taskId, at, make: (task, { account }) => claim(task, account, at) }),
    claimNext: (access, at) =>
      transact(engine, access, 'claim_next', (tx) =>
        claimNext(engine, reader, tx, begin(engine, reader, tx, access, at), at),
      ),
    releaseTask: (access, taskId, at, version) =>
      move(access, {
        ...{ action: 'release_task', taskId, at, version },
        make: (task, { account }) => release(task, account, at),
      }),
    assignTask: (access, taskId, version, to, at) =>
      move(access, {
        ...{ action: 'assign_task', taskId, at, version },
        make: (task, { account }) => {
          const assignee = accountById(engine, to);
          if (assignee === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
          return assign(task, account, assignee, at);
        },
      }),
    listReviewers: (access) =>
      look(engine, access, 'list_reviewers', () => {
        requireRole(engine, access, ['senior']);
        const reviewers = allAccounts(engine).filter(isReviewing);
        return reviewers.map(({ accountId, name }) => ({ accountId, name }));
      }),
    decideIdentity: (access, taskId, version, decision, at) =>
      move(access, {
        ...{ action: 'decide_identity', taskId, at },
        make: (task, { account }) => decideIdentity(task, { account, version, at }, decision),
      }),
    decideRelevance: (access, taskId, version, decision, at) =>
      move(access, {
        ...{ action: 'decide_relevance', taskId, at },
        make: (task, { account }) => decideRelevance(task, { account, version, at }, decision),
      }),
    countTasks: (access) => look(engine, access, 'count_tasks', () => countTasks(engine.queries)),
  };
}
