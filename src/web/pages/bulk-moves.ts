import type { MoveResult } from '../../../db/contract/tasks.ts';
import { type AccountId, asId, type TaskId } from '../../domain/ids.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { notice } from '../components/notice.ts';
import { html } from '../html.ts';
import { type TickedTask, tickedTasks } from '../task/bulk.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

/** A page of the queue holds no more; a form that names more did not come from one. */
const MOST_AT_ONCE = 100;

/** Says how a senior's move on many tasks ended: how many were done, and of each other one why not. */
async function moveAll(
  visit: AccountVisit,
  tasks: readonly TickedTask[],
  move: (task: TickedTask) => Promise<MoveResult>,
): Promise<Answer> {
  const { say, language } = visit;
  const refused: string[] = [];
  for (const task of tasks) {
    const result = await move(task);
    if (result.kind === 'done') continue;
    const why = MOVE_REFUSAL_SENTENCES[result.refusal][language];
    refused.push(say('bulk.refused', { case: task.caseNumber, why }));
  }
  const done = say('bulk.done', { done: tasks.length - refused.length, all: tasks.length });
  const main = html`${notice(refused.length === 0 ? 'ok' : 'problem', null, done)}
<ul class="screening-sentences">${refused.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<p class="utrecht-paragraph"><a class="utrecht-link" href="/queue" data-key="q">${say('task.to_queue')}</a></p>`;
  return { kind: 'page', status: refused.length === 0 ? 200 : 409, title: say('bulk.title'), main, self: '/queue' };
}

function nothingDone({ say }: AccountVisit, message: string): Answer {
  const main = html`${notice('problem', null, message)}
<p class="utrecht-paragraph"><a class="utrecht-link" href="/queue" data-key="q">${say('task.to_queue')}</a></p>`;
  return { kind: 'page', status: 422, title: say('bulk.title'), main, self: '/queue' };
}

/** Takes the ticked tasks out of whoever's hands they are in. */
export async function releaseTicked(visit: AccountVisit): Promise<Answer> {
  const tasks = tickedTasks(visit).slice(0, MOST_AT_ONCE);
  if (tasks.length === 0) return nothingDone(visit, visit.say('bulk.nothing'));
  const access = accessOf(visit, 'review_task');
  return moveAll(visit, tasks, ({ taskId, version }) =>
    visit.store.releaseTask(access, asId<TaskId>(taskId), visit.now, version),
  );
}

/** Puts the ticked tasks into the hands of a colleague. */
export async function assignTicked(visit: AccountVisit): Promise<Answer> {
  const tasks = tickedTasks(visit).slice(0, MOST_AT_ONCE);
  if (tasks.length === 0) return nothingDone(visit, visit.say('bulk.nothing'));
  const access = accessOf(visit, 'review_task');
  const reviewers = await visit.store.listReviewers(access);
  const to = reviewers.find(({ accountId }) => accountId === asId<AccountId>(visit.field('to')));
  if (to === undefined) return nothingDone(visit, visit.say('bulk.nobody'));
  return moveAll(visit, tasks, ({ taskId, version }) =>
    visit.store.assignTask(access, asId<TaskId>(taskId), version, to.accountId, visit.now),
  );
}
