import type { Reviewer, TaskLine } from '../../../db/contract/tasks.ts';
import { formToken, select } from '../components/form.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';

/** The form stands below the list, and the boxes in it: they belong to it by this name. */
const FORM = 'bulk';

/** A ticked task as a form says it: which one, and the version that was on the screen. */
export interface TickedTask {
  readonly taskId: string;
  readonly version: number;
  readonly caseNumber: string;
}

/** The box at a line. */
export function tickBox({ say }: AccountVisit, { taskId, version, caseNumber }: TaskLine): Html {
  const value = [taskId, version, caseNumber].join(' ');
  return html`<input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" form="${FORM}" name="task" value="${value}" aria-label="${say('bulk.select', { case: caseNumber })}">`;
}

/** What was ticked; what is no such thing is left out. */
export function tickedTasks({ fields }: AccountVisit): readonly TickedTask[] {
  return fields('task').flatMap((value) => {
    const [taskId = '', version = '', caseNumber = ''] = value.split(' ');
    return /^\d{1,9}$/.test(version) ? [{ taskId, version: Number(version), caseNumber }] : [];
  });
}

/** What a senior can do with many tasks at once: give back and assign, and nothing that decides. */
export function bulkForm({ say, formToken: token }: AccountVisit, reviewers: readonly Reviewer[]): Html {
  const nobody = { value: '', label: '–' };
  const choices = reviewers.map(({ accountId, name }) => ({ value: accountId, label: name }));
  return html`<form method="post" id="${FORM}" class="screening-filter">${formToken(token)}
<h2 class="utrecht-heading-3 screening-bulk">${say('bulk.title')}</h2>
<button type="submit" formaction="/tasks/release" class="utrecht-button utrecht-button--secondary-action">${say('bulk.release')}</button>
${select('to', say('bulk.to'), [nobody, ...choices], '')}
<button type="submit" formaction="/tasks/assign" class="utrecht-button utrecht-button--secondary-action">${say('bulk.assign')}</button>
</form>`;
}
