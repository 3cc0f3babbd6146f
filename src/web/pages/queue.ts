import { isSenior } from '../../review/reviewers.ts';
import { notice } from '../components/notice.ts';
import { address, pagination } from '../components/pagination.ts';
import { table } from '../components/table.ts';
import { html } from '../html.ts';
import { choices, countsLine } from '../queue/choices.ts';
import { columnsOf } from '../queue/columns.ts';
import { askedOf, filterForm, filterOf, queryOf } from '../queue/filter.ts';
import { bulkForm } from '../task/bulk.ts';
import { nextForm } from '../task/panel.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

/** The review queue, in the order of the Store. Says nothing of an offence or rating that the account may not see. */
export async function showQueue(visit: AccountVisit): Promise<Answer> {
  const { say, store, now } = visit;
  const asked = askedOf(visit);
  const page = await store.listTasks(accessOf(visit, 'review_task'), filterOf(asked, visit), now);
  const { tasks, next } = page;
  const query = queryOf(asked);
  const list =
    tasks.length === 0
      ? html`<p class="utrecht-paragraph">${say('queue.empty')}</p>`
      : table(say('queue.caption'), columnsOf(visit, page), tasks);
  const pages = pagination(
    say,
    asked.cursor === '' ? null : address('/queue', query),
    next === null ? null : address('/queue', { ...query, after: next }),
  );
  const reviewers = isSenior(visit.account) ? await store.listReviewers(accessOf(visit, 'review_task')) : [];
  const nothing = visit.query('told') === 'none' ? notice('info', null, say('task.none')) : null;
  const main = html`${nothing}
<div class="screening-bar">${nextForm(visit)}${choices(visit, asked)}</div>
${countsLine(visit, await visit.taskCounts())}
${filterForm(visit, asked)}
${list}${pages}${reviewers.length === 0 || tasks.length === 0 ? null : bulkForm(visit, reviewers)}`;
  return { kind: 'page', title: say('queue.title'), main };
}
