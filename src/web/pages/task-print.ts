import type { TaskView } from '../../../db/contract/tasks.ts';
import { asId, type TaskId } from '../../domain/ids.ts';
import { QUESTION_WORDS } from '../../texts/review.ts';
import { factList } from '../components/facts.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { NO_DRAFT } from '../task/draft.ts';
import { identityScreen } from '../task/identity.ts';
import { noTaskPage, taskFacts } from '../task/page.ts';
import { relevanceScreen } from '../task/relevance.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

/** What every print must carry: by whom and when, under which assessment, and by which rules it came about. */
function aboutPrint({ say, language, account, now }: AccountVisit, view: TaskView): Html {
  const { dpiaReference, fictitious } = view.shownUnder;
  const rules = [view.identity.hit.evidence.modelVersion, view.relevance?.rating.policyVersion ?? ''];
  return html`<h2 class="utrecht-heading-2">${say('print.about')}</h2>
${factList([
  [say('print.by'), account.name],
  [say('print.at'), moment(now, language)],
  [say('print.dpia'), fictitious ? say('print.fictitious', { reference: dpiaReference }) : dpiaReference],
  [say('print.rules'), rules.filter(Boolean).join(', ')],
])}
<p class="utrecht-paragraph screening-note">${say('print.logged')}</p>`;
}

/** A task for paper, as far as the account may see it. Asking for it is what is logged as a print. */
export async function printTask(visit: AccountVisit): Promise<Answer> {
  const { say, store, now, language } = visit;
  const taskId = asId<TaskId>(visit.param('taskId'));
  const view = await store.printTask(accessOf(visit, 'review_task'), taskId, now);
  if ('refusal' in view) return noTaskPage(visit, view.refusal, NO_DRAFT);
  const { relevance } = view;
  const second =
    relevance === null
      ? null
      : html`<h2 class="utrecht-heading-2">B. ${QUESTION_WORDS.relevance[language]}</h2>${await relevanceScreen(visit, view, relevance)}`;
  const main = html`<p class="utrecht-paragraph screening-screen-only">${say('print.now')} <a class="utrecht-link" href="/tasks/${taskId}">${say('print.back')}</a></p>
<div class="screening-task__evidence">${aboutPrint(visit, view)}
${taskFacts(visit, view)}
<h2 class="utrecht-heading-2">A. ${QUESTION_WORDS.identity[language]}</h2>
${identityScreen(visit, view)}
${second}</div>`;
  return { kind: 'page', title: say('print.title', { case: view.identity.caseNumber }), main };
}
