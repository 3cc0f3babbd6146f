import type { TaskFilter, TaskLine } from '../../../db/contract/tasks.ts';
import { BANDS, type Band } from '../../domain/hit.ts';
import { TASK_STATES, type TaskState } from '../../domain/task.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS, TASK_STATE_WORDS } from '../../texts/review.ts';
import { badge } from '../components/badge.ts';
import { select, submit } from '../components/form.ts';
import { address, pagination } from '../components/pagination.ts';
import { type Column, table } from '../components/table.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

const TASKS_PER_PAGE = 25;

interface Asked {
  readonly band: Band | null;
  readonly state: TaskState | null;
  readonly cursor: string;
}

/** A value that is none of the choices is no choice: an old bookmark must still open the queue. */
function askedOf(visit: AccountVisit): Asked {
  return {
    band: BANDS.find((band) => band === visit.query('band')) ?? null,
    state: TASK_STATES.find((state) => state === visit.query('state')) ?? null,
    cursor: visit.query('after'),
  };
}

function filterOf({ band, state, cursor }: Asked): TaskFilter {
  return {
    ...(band !== null && { bands: [band] }),
    ...(state !== null && { states: [state] }),
    ...(cursor !== '' && { cursor }),
    limit: TASKS_PER_PAGE,
  };
}

/** What the asking account may not see yet makes no column: an empty one would still say that there is something. */
function columnsOf({ say, language }: AccountVisit, tasks: readonly TaskLine[]): readonly Column<TaskLine>[] {
  const columns: Column<TaskLine>[] = [
    { label: say('queue.case'), kind: 'name', cell: ({ caseNumber }) => caseNumber },
    { label: say('queue.subject'), cell: ({ personnelNumber }) => personnelNumber },
    { label: say('queue.band'), cell: ({ band }) => badge(BAND_WORDS[band][language], 'neutral') },
    { label: say('queue.state'), cell: ({ state }) => TASK_STATE_WORDS[state][language] },
    { label: say('queue.since'), cell: ({ createdAt }) => moment(createdAt, language) },
  ];
  if (tasks.every(({ revealed }) => revealed === null)) return columns;
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
  ];
}

function filterForm({ say, language }: AccountVisit, { band, state }: Asked): Html {
  const all = { value: '', label: say('list.all') };
  const bands = BANDS.map((value) => ({ value, label: BAND_WORDS[value][language] }));
  const states = TASK_STATES.map((value) => ({ value, label: TASK_STATE_WORDS[value][language] }));
  return html`<form method="get" action="/queue" class="screening-filter">
${select('band', say('queue.band'), [all, ...bands], band ?? '')}
${select('state', say('queue.state'), [all, ...states], state ?? '')}
${submit(say('list.filter'))}
</form>`;
}

/** The review queue, in the order of the Store. Says nothing of an offence or rating that the account may not see. */
export async function showQueue(visit: AccountVisit): Promise<Answer> {
  const { say, store, now } = visit;
  const asked = askedOf(visit);
  const { tasks, next } = await store.listTasks(accessOf(visit, 'review_task'), filterOf(asked), now);
  const filter = { band: asked.band ?? '', state: asked.state ?? '' };
  const list =
    tasks.length === 0
      ? html`<p class="utrecht-paragraph">${say('queue.empty')}</p>`
      : table(say('queue.caption'), columnsOf(visit, tasks), tasks);
  const pages = pagination(
    say,
    asked.cursor === '' ? null : address('/queue', filter),
    next === null ? null : address('/queue', { ...filter, after: next }),
  );
  return { kind: 'page', title: say('queue.title'), main: html`${filterForm(visit, asked)}${list}${pages}` };
}
