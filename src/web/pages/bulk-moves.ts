import type { MoveResult } from '../../../db/contract/tasks.ts';
import { type AccountId, asId, type TaskId } from '../../domain/ids.ts';
import type { MoveRefusal } from '../../domain/task.ts';
import { toldRefusal } from '../../review/visibility.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { notice } from '../components/notice.ts';
import { html } from '../html.ts';
import { type TickedTask, tickedTasks } from '../task/bulk.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

/** A page of the queue holds no more; a form that names more did not come from one. */
const MOST_AT_ONCE = 100;

/** What is about whom a task was to be given to. Of a task that is not there nothing else is said. */
const NOT_FOR_THEM: readonly MoveRefusal[] = [
  ...(['unknown_task', 'role_forbids', 'conflict_of_interest', 'conflicts_not_declared', 'gate_refuses'] as const),
];

/** Says how a senior's move on many tasks ended: how many were done, and of each other one why not. */
async function moveAll(
  visit: AccountVisit,
  tasks: readonly TickedTask[],
  move: (task: TickedTask) => Promise<MoveResult>,
  whyNot: (refusal: MoveRefusal) => string,
): Promise<Answer> {
  const { say } = visit;
  const refused: string[] = [];
  for (const task of tasks) {
    const result = await move(task);
    if (result.kind === 'done') continue;
    refused.push(say('bulk.refused', { case: task.caseNumber, why: whyNot(result.refusal) }));
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
  const release = ({ taskId, version }: TickedTask) =>
    visit.store.releaseTask(access, asId<TaskId>(taskId), visit.now, version);
  return moveAll(visit, tasks, release, (refusal) => MOVE_REFUSAL_SENTENCES[toldRefusal(refusal)][visit.language]);
}

/** Puts the ticked tasks into the hands of a colleague. */
export async function assignTicked(visit: AccountVisit): Promise<Answer> {
  const tasks = tickedTasks(visit).slice(0, MOST_AT_ONCE);
  if (tasks.length === 0) return nothingDone(visit, visit.say('bulk.nothing'));
  const access = accessOf(visit, 'review_task');
  const reviewers = await visit.store.listReviewers(access);
  const to = reviewers.find(({ accountId }) => accountId === asId<AccountId>(visit.field('to')));
  if (to === undefined) return nothingDone(visit, visit.say('bulk.nobody'));
  const assign = ({ taskId, version }: TickedTask) =>
    visit.store.assignTask(access, asId<TaskId>(taskId), version, to.accountId, visit.now);
  return moveAll(visit, tasks, assign, (refusal) =>
    NOT_FOR_THEM.includes(refusal)
      ? visit.say('bulk.not_for', { name: to.name })
      : MOVE_REFUSAL_SENTENCES[refusal][visit.language],
  );
}
