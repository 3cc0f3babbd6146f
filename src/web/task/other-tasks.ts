import type { TaskOfSubject, TaskRelevanceView } from '../../../db/contract/tasks.ts';
import type { SubjectId } from '../../domain/ids.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { TASK_STATE_WORDS, VERDICT_WORDS } from '../../texts/review.ts';
import { table } from '../components/table.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';

/** What else there is about this person; ratings only where question A of that task is answered for who looks. */
export function otherTasks(
  { say, language }: AccountVisit,
  subjectId: SubjectId,
  { otherTasks: others }: TaskRelevanceView,
): Html {
  const heading = html`<h3 class="utrecht-heading-3">${say('relevance.others')}</h3>`;
  if (others.length === 0) return html`${heading}<p class="utrecht-paragraph">${say('relevance.others.none')}</p>`;
  return html`${heading}
${table<TaskOfSubject>(
  say('relevance.others.caption'),
  [
    {
      label: say('queue.case'),
      kind: 'name',
      cell: ({ taskId, caseNumber }) => html`<a class="utrecht-link" href="/tasks/${taskId}">${caseNumber}</a>`,
    },
    { label: say('task.state'), cell: ({ state }) => TASK_STATE_WORDS[state][language] },
    { label: say('queue.since'), cell: ({ createdAt }) => moment(createdAt, language) },
    {
      label: say('queue.rating'),
      cell: ({ revealed }) => (revealed === null ? '–' : RATING_WORDS[revealed.rating][language]),
    },
    {
      label: say('relevance.others.answers'),
      cell: ({ verdicts }) => verdicts.map((verdict) => VERDICT_WORDS[verdict][language]).join(', ') || '–',
    },
  ],
  others,
)}
<p class="utrecht-paragraph"><a class="utrecht-link" href="/subjects/${subjectId}">${say('history.link')}</a></p>`;
}
