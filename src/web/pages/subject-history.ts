import type { SubjectHistory, TaskInHistory } from '../../../db/contract/subject-history.ts';
import { asId, type SubjectId } from '../../domain/ids.ts';
import { isSenior } from '../../review/reviewers.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS, TASK_STATE_WORDS } from '../../texts/review.ts';
import { badge } from '../components/badge.ts';
import { type Column, table } from '../components/table.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { verdictList } from '../task/verdicts.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';
import { errorPage } from './errors.ts';

function columnsOf(visit: AccountVisit, { names }: SubjectHistory): readonly Column<TaskInHistory>[] {
  const { say, language } = visit;
  const answers = ({ dispositions }: TaskInHistory): Html | string =>
    dispositions.length === 0
      ? '–'
      : html`<ol class="screening-reasons">${verdictList(visit, names, dispositions)}</ol>`;
  return [
    {
      label: say('queue.case'),
      kind: 'name',
      cell: ({ taskId, caseNumber }) => html`<a class="utrecht-link" href="/tasks/${taskId}">${caseNumber}</a>`,
    },
    { label: say('queue.since'), cell: ({ createdAt }) => moment(createdAt, language) },
    { label: say('queue.band'), cell: ({ band }) => badge(BAND_WORDS[band][language], 'neutral') },
    { label: say('queue.state'), cell: ({ state }) => TASK_STATE_WORDS[state][language] },
    {
      label: say('queue.rating'),
      cell: ({ revealed }) =>
        revealed === null ? '–' : `${RATING_WORDS[revealed.rating][language]} (${revealed.ruleId})`,
    },
    { label: say('history.answers'), cell: answers },
  ];
}

/** Every task about one subject with what was answered. To whom that is none of their business, there is no such page. */
export async function showSubjectHistory(visit: AccountVisit): Promise<Answer> {
  const { say, store, now } = visit;
  const subjectId = asId<SubjectId>(visit.param('subjectId'));
  const history = await store.viewSubjectHistory(accessOf(visit, 'review_task'), subjectId, now);
  if ('refusal' in history) return errorPage(visit, 'not_found');
  const about = isSenior(visit.account) ? 'history.about.senior' : 'history.about';
  const main = html`<p class="utrecht-paragraph">${say(about)}</p>
${table(say('history.caption'), columnsOf(visit, history), history.tasks)}`;
  return { kind: 'page', title: say('history.title', { number: history.personnelNumber }), main };
}
