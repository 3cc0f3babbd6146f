import type { MoveRefusal } from '../../../src/domain/task.ts';
import { claim, release } from '../../../src/review/claims.ts';
import { decideIdentity, decideRelevance } from '../../../src/review/decisions.ts';
import type { TaskStore, TaskView } from '../../contract/tasks.ts';
import type { Engine } from '../engine.ts';
import { look, transact } from '../transact.ts';
import { countTasks } from './count-tasks.ts';
import { isShown, lineWriter } from './lines.ts';
import { listTasks } from './list-tasks.ts';
import { begin, claimNext, type Move, makeMove, refusedWith } from './moves.ts';
import { refusalToShow } from './onlooker.ts';
import { taskReader } from './read-tasks.ts';
import { viewOf } from './view-task.ts';

type Viewed = TaskView | { readonly kind: 'refused'; readonly refusal: MoveRefusal };

export function taskStore(engine: Engine): TaskStore {
  const reader = taskReader(engine);
  const lines = lineWriter(engine);
  const move = (access: Parameters<typeof makeMove>[2], made: Move) => makeMove(engine, reader, access, made);

  return {
    listTasks: (access, filter, at) =>
      transact(engine, access, 'list_tasks', (tx) => {
        const page = listTasks(engine, reader, lines, begin(engine, reader, tx, access, at), filter, at);
        tx.note({ shown: page.tasks.length, taskIds: page.tasks.map(({ taskId }) => taskId).join(' ') });
        return page;
      }),
    viewTask: (access, taskId, at) =>
      transact(engine, access, 'view_task', (tx): Viewed => {
        const onlooker = begin(engine, reader, tx, access, at);
        const task = reader.find(taskId);
        if (task !== null) tx.note({ taskId });
        const hidden = task === null ? 'unknown_task' : refusalToShow(onlooker, task);
        if (task === null || hidden !== null || !isShown(task)) {
          const refusal = hidden ?? 'wrong_state';
          tx.note({ refusal });
          return refusedWith(refusal);
        }
        const view = viewOf(engine, lines, onlooker, task, at);
        tx.note({ version: task.row.version, relevanceShown: Number(view.relevance !== null) });
        return view;
      }),
    claimTask: (access, taskId, at) =>
      move(access, { action: 'claim_task', taskId, at, make: (task, { account }) => claim(task, account, at) }),
    claimNext: (access, at) =>
      transact(engine, access, 'claim_next', (tx) =>
        claimNext(engine, reader, tx, begin(engine, reader, tx, access, at), at),
      ),
    releaseTask: (access, taskId, at) =>
      move(access, { action: 'release_task', taskId, at, make: (task, { account }) => release(task, account, at) }),
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
