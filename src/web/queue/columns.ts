import type { TaskLine, TaskPage } from '../../../db/contract/tasks.ts';
import { isSenior } from '../../review/reviewers.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS, TASK_STATE_WORDS } from '../../texts/review.ts';
import { badge } from '../components/badge.ts';
import { formToken } from '../components/form.ts';
import type { Column } from '../components/table.ts';
import { day, moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { tickBox } from '../task/bulk.ts';
import type { AccountVisit } from '../visit.ts';

/** Their other tasks are a click away for whoever may see them: nobody who has yet to say whether it is this person. */
function subjectCell({ subjectId, personnelNumber, revealed }: TaskLine): Html | string {
  if (revealed === null) return personnelNumber;
  return html`<a class="utrecht-link" href="/subjects/${subjectId}">${personnelNumber}</a>`;
}

function openLink({ taskId, caseNumber }: TaskLine): Html {
  return html`<a class="utrecht-link" href="/tasks/${taskId}" id="task-${taskId}" data-row>${caseNumber}</a>`;
}

function inHand({ say, account }: AccountVisit, { claimedBy }: TaskLine, names: TaskPage['names']): string {
  if (claimedBy === null) return '–';
  return claimedBy === account.accountId ? say('task.you') : (names[claimedBy] ?? '');
}

function takeButton(visit: AccountVisit, line: TaskLine): Html | string {
  if (!line.mayTake || line.claimedBy !== null) return '–';
  const { taskId, version } = line;
  return html`<form method="post" action="/tasks/${taskId}/claim" class="screening-move">${formToken(visit.formToken)}
<input type="hidden" name="version" value="${version}">
<button type="submit" class="utrecht-button utrecht-button--subtle screening-small" id="take-${taskId}" aria-labelledby="take-${taskId} task-${taskId}" data-take>${visit.say('queue.take')}</button></form>`;
}

function ratingCell({ language }: AccountVisit, { revealed }: TaskLine): Html | string {
  if (revealed === null) return '–';
  return html`<span>${RATING_WORDS[revealed.rating][language]} <span class="screening-whole">(${revealed.ruleId})</span></span>`;
}

/** What can still be late: a task that waits gets a new term when it comes back. */
function dueCell({ say, language, now }: AccountVisit, { revealed, state }: TaskLine): Html | string {
  if (revealed === null) return '–';
  const isDone = state === 'closed' || state === 'withdrawn' || state === 'waiting';
  const late = !isDone && revealed.dueAt < now ? badge(say('queue.late'), 'problem') : null;
  return html`<span>${day(revealed.dueAt, language)} ${late}</span>`;
}

/** What the asking account may not see yet makes no column: an empty one would still say that there is something. */
export function columnsOf(visit: AccountVisit, { tasks, names }: TaskPage): readonly Column<TaskLine>[] {
  const { say, language } = visit;
  const columns: Column<TaskLine>[] = [
    { label: say('queue.case'), kind: 'name', cell: openLink },
    { label: say('queue.subject'), cell: subjectCell },
    { label: say('queue.band'), cell: ({ band }) => badge(BAND_WORDS[band][language], 'neutral') },
    { label: say('queue.state'), cell: ({ state }) => TASK_STATE_WORDS[state][language] },
    { label: say('queue.since'), cell: ({ createdAt }) => moment(createdAt, language) },
    { label: say('queue.in_hand'), cell: (line) => inHand(visit, line, names) },
  ];
  const take: Column<TaskLine> = { label: say('queue.take'), cell: (line) => takeButton(visit, line) };
  if (tasks.every(({ revealed }) => revealed === null)) return [...columns, take];
  return [
    ...columns,
    {
      label: say('queue.rating'),
      cell: (line) => ratingCell(visit, line),
    },
    {
      label: say('queue.due'),
      cell: (line) => dueCell(visit, line),
    },
    take,
    ...(isSenior(visit.account)
      ? [{ label: say('bulk.selection'), cell: (line: TaskLine) => tickBox(visit, line) }]
      : []),
  ];
}
