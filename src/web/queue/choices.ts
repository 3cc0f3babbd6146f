import type { TaskCounts } from '../../../db/contract/tasks.ts';
import { TASK_STATES } from '../../domain/task.ts';
import { TASK_STATE_WORDS } from '../../texts/review.ts';
import { address } from '../components/pagination.ts';
import { count } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import type { Asked } from './filter.ts';

/** The looks at the queue that are asked for most, one click away. */
export function choices({ say }: AccountVisit, { state, mine }: Asked): Html {
  const all = [
    { label: say('queue.to_do'), query: {}, isHere: !mine && state === null },
    { label: say('queue.mine'), query: { mine: 'yes' }, isHere: mine },
    { label: say('queue.waiting'), query: { state: 'waiting' }, isHere: !mine && state === 'waiting' },
  ];
  const items = all.map(({ label, query, isHere }) => {
    const current = isHere ? html` aria-current="true"` : null;
    return html`<li><a class="utrecht-link" href="${address('/queue', query)}"${current}>${label}</a></li>`;
  });
  return html`<nav class="screening-choice" aria-label="${say('queue.which')}"><ul>${items}</ul></nav>`;
}

/** How many tasks stand where, also those that the account may not see. Of ratings a count says nothing. */
export function countsLine({ say, language }: AccountVisit, { byState }: TaskCounts): Html {
  const said = TASK_STATES.flatMap((state) => {
    const tasks = byState[state] ?? 0;
    return tasks === 0 ? [] : [`${TASK_STATE_WORDS[state][language]}\u00a0${count(tasks, language)}`];
  });
  return html`<p class="utrecht-paragraph screening-counts">${say('queue.counts')}: ${said.length === 0 ? '0' : said.join(' · ')}</p>`;
}
