import type { TaskFilter, TaskLine, TaskPage } from '../../../db/contract/tasks.ts';
import { BANDS, type Band } from '../../domain/hit.ts';
import { TASK_STATES, type TaskState } from '../../domain/task.ts';
import { isSenior } from '../../review/reviewers.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS, TASK_STATE_WORDS } from '../../texts/review.ts';
import { badge } from '../components/badge.ts';
import { formToken, select, submit } from '../components/form.ts';
import { notice } from '../components/notice.ts';
import { address, pagination } from '../components/pagination.ts';
import { type Column, table } from '../components/table.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { nextForm } from '../task/panel.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

const TASKS_PER_PAGE = 25;

interface Asked {
  readonly band: Band | null;
  readonly state: TaskState | null;
  /** Only what the account has in hand. */
  readonly mine: boolean;
  readonly cursor: string;
}

/** A value that is none of the choices is no choice: an old bookmark must still open the queue. */
function askedOf(visit: AccountVisit): Asked {
  return {
    band: BANDS.find((band) => band === visit.query('band')) ?? null,
    state: TASK_STATES.find((state) => state === visit.query('state')) ?? null,
    mine: visit.query('mine') === 'yes',
    cursor: visit.query('after'),
  };
}

function filterOf({ band, state, mine, cursor }: Asked, { account }: AccountVisit): TaskFilter {
  return {
    ...(band !== null && { bands: [band] }),
    ...(state !== null && { states: [state] }),
    ...(mine && { claimedBy: account.accountId }),
    ...(cursor !== '' && { cursor }),
    limit: TASKS_PER_PAGE,
  };
}

function openLink({ taskId, caseNumber }: TaskLine): Html {
  return html`<a class="utrecht-link" href="/tasks/${taskId}" id="task-${taskId}" data-row>${caseNumber}</a>`;
}

function inHand({ say, account }: AccountVisit, { claimedBy }: TaskLine, names: TaskPage['names']): string {
  if (claimedBy === null) return '–';
  return claimedBy === account.accountId ? say('task.you') : (names[claimedBy] ?? '');
}

/** States in which a task that nobody has can be taken; the first answer to A is never a senior's. */
function isFree({ account }: AccountVisit, { state, claimedBy }: TaskLine): boolean {
  if (claimedBy !== null) return false;
  return state === 'identity_decided' || state === 'second_look' || (state === 'open' && !isSenior(account));
}

function takeButton(visit: AccountVisit, line: TaskLine): Html | string {
  if (!isFree(visit, line)) return '–';
  const { taskId, version } = line;
  return html`<form method="post" action="/tasks/${taskId}/claim" class="screening-move">${formToken(visit.formToken)}
<input type="hidden" name="version" value="${version}">
<button type="submit" class="utrecht-button utrecht-button--subtle screening-small" id="take-${taskId}" aria-labelledby="take-${taskId} task-${taskId}" data-take>${visit.say('queue.take')}</button></form>`;
}

/** What the asking account may not see yet makes no column: an empty one would still say that there is something. */
function columnsOf(visit: AccountVisit, { tasks, names }: TaskPage): readonly Column<TaskLine>[] {
  const { say, language } = visit;
  const columns: Column<TaskLine>[] = [
    { label: say('queue.case'), kind: 'name', cell: openLink },
    { label: say('queue.subject'), cell: ({ personnelNumber }) => personnelNumber },
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
      cell: ({ revealed }) =>
        revealed === null ? '–' : `${RATING_WORDS[revealed.rating][language]} (${revealed.ruleId})`,
    },
    {
      label: say('queue.due'),
      cell: ({ revealed }) => (revealed === null ? '–' : moment(revealed.dueAt, language)),
    },
    take,
  ];
}

function choices({ say }: AccountVisit, { state, mine }: Asked): Html {
  const all = [
    { label: say('queue.all'), query: {}, isHere: !mine && state !== 'waiting' },
    { label: say('queue.mine'), query: { mine: 'yes' }, isHere: mine },
    { label: say('queue.waiting'), query: { state: 'waiting' }, isHere: !mine && state === 'waiting' },
  ];
  const items = all.map(({ label, query, isHere }) => {
    const current = isHere ? html` aria-current="true"` : null;
    return html`<li><a class="utrecht-link" href="${address('/queue', query)}"${current}>${label}</a></li>`;
  });
  return html`<nav class="screening-choice" aria-label="${say('queue.which')}"><ul>${items}</ul></nav>`;
}

function filterForm({ say, language }: AccountVisit, { band, state, mine }: Asked): Html {
  const all = { value: '', label: say('list.all') };
  const bands = BANDS.map((value) => ({ value, label: BAND_WORDS[value][language] }));
  const states = TASK_STATES.map((value) => ({ value, label: TASK_STATE_WORDS[value][language] }));
  return html`<form method="get" action="/queue" class="screening-filter">
${mine ? html`<input type="hidden" name="mine" value="yes">` : null}
${select('band', say('queue.band'), [all, ...bands], band ?? '')}
${select('state', say('queue.state'), [all, ...states], state ?? '')}
${submit(say('list.filter'))}
</form>`;
}

/** The review queue, in the order of the Store. Says nothing of an offence or rating that the account may not see. */
export async function showQueue(visit: AccountVisit): Promise<Answer> {
  const { say, store, now } = visit;
  const asked = askedOf(visit);
  const page = await store.listTasks(accessOf(visit, 'review_task'), filterOf(asked, visit), now);
  const { tasks, next } = page;
  const filter = { band: asked.band ?? '', state: asked.state ?? '', mine: asked.mine ? 'yes' : '' };
  const list =
    tasks.length === 0
      ? html`<p class="utrecht-paragraph">${say('queue.empty')}</p>`
      : table(say('queue.caption'), columnsOf(visit, page), tasks);
  const pages = pagination(
    say,
    asked.cursor === '' ? null : address('/queue', filter),
    next === null ? null : address('/queue', { ...filter, after: next }),
  );
  const nothing = visit.query('told') === 'none' ? notice('info', null, say('task.none')) : null;
  const main = html`${nothing}
<div class="screening-bar">${nextForm(visit)}${choices(visit, asked)}</div>
${filterForm(visit, asked)}
${list}${pages}`;
  return { kind: 'page', title: say('queue.title'), main };
}
