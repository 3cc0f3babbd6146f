import type { TaskView } from '../../../db/contract/tasks.ts';
import type { Disposition, TaskState } from '../../domain/task.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { TASK_STATE_WORDS, VERDICT_WORDS } from '../../texts/review.ts';
import type { WebTextKey } from '../../texts/web.ts';
import { formToken } from '../components/form.ts';
import { notice } from '../components/notice.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit, Visit } from '../visit.ts';
import { answerForm, type Refused } from './answer-form.ts';
import { DRAFT_FIELDS, type Draft, hasText } from './draft.ts';

/** A form that is one button. */
export function moveForm(
  { formToken: token }: AccountVisit,
  action: string,
  label: string,
  {
    key,
    look = 'secondary-action',
    version,
  }: { readonly key: string; readonly look?: string; readonly version?: number },
  draft?: Draft,
): Html {
  const typed = draft === undefined ? [] : DRAFT_FIELDS.filter((name) => draft[name] !== '');
  return html`<form method="post" action="${action}" class="screening-move">${formToken(token)}
${version === undefined ? null : html`<input type="hidden" name="version" value="${version}">`}
${typed.map((name) => html`<input type="hidden" name="${name}" value="${draft?.[name] ?? ''}">`)}
<button type="submit" class="utrecht-button utrecht-button--${look}" data-key="${key}">${label} <kbd class="screening-key">${key}</kbd></button></form>`;
}

export function nextForm(visit: AccountVisit, look = 'primary-action'): Html {
  return moveForm(visit, '/tasks/next', visit.say('task.next'), { key: 'n', look });
}

/** What was typed and not taken, where no form is left to put it into. */
export function keptText({ say }: Visit, { reason }: Draft): Html | null {
  if (reason.trim() === '') return null;
  return html`<div class="utrecht-form-field"><label class="utrecht-form-label" for="kept">${say('task.not_stored')}</label>
<textarea class="utrecht-textarea utrecht-textarea--html-textarea" id="kept" rows="4" readonly>
${reason}</textarea></div>`;
}

const AFTER: Readonly<Partial<Record<TaskState, WebTextKey>>> = {
  closed: 'task.after.closed',
  waiting: 'task.after.waiting',
  second_look: 'task.after.second_look',
};

function ownAnswer({ account }: AccountVisit, { identity, relevance }: TaskView): Disposition | undefined {
  const all = [...identity.identityDispositions, ...(relevance?.dispositions ?? [])];
  return all.findLast(({ accountId, retiredAt }) => accountId === account.accountId && retiredAt === null);
}

/** Why there is nothing to answer here, said of the task and not of an answer that nobody gave. */
function whyNot({ say, language, account }: AccountVisit, { identity, turn, names }: TaskView): string {
  const { state, claimedBy } = identity;
  if (turn.lookingAgainFor === 'disagreement') return say('task.after.disagreement');
  if (claimedBy !== null && claimedBy !== account.accountId) {
    return say('task.with_colleague', { name: names[claimedBy] ?? '' });
  }
  if (turn.refusalToClaim === 'role_forbids') return say('task.senior_waits');
  const after = AFTER[state];
  if (after !== undefined) return say(after);
  return turn.refusalToClaim === null
    ? TASK_STATE_WORDS[state][language]
    : MOVE_REFUSAL_SENTENCES[turn.refusalToClaim][language];
}

function done(visit: AccountVisit, view: TaskView): Html {
  const { say, language } = visit;
  const own = ownAnswer(visit, view);
  const told =
    own === undefined
      ? notice('info', null, whyNot(visit, view))
      : notice('ok', say('task.answered', { verdict: VERDICT_WORDS[own.verdict][language] }), whyNot(visit, view));
  return html`${told}${nextForm(visit)}`;
}

/** What the account can do with the task now: answer, take it in hand, or go on to the next. */
export function panel(visit: AccountVisit, view: TaskView, refused: Refused): Html {
  const { say } = visit;
  const { turn, identity } = view;
  const { taskId, version } = identity;
  if (turn.question !== null) {
    return html`${answerForm(visit, view, turn.question, refused)}
${moveForm(visit, `/tasks/${taskId}/release`, say('task.release'), { key: 'r', look: 'subtle', version })}`;
  }
  if (turn.refusalToClaim !== null) return html`${keptText(visit, refused.draft)}${done(visit, view)}`;
  const typed = hasText(refused.draft);
  const label = say(typed ? 'task.claim_again' : 'task.claim');
  return html`${keptText(visit, refused.draft)}
<p class="utrecht-paragraph">${say('task.to_claim')}</p>
${moveForm(visit, `/tasks/${taskId}/claim`, label, { key: 'c', look: 'primary-action', version }, refused.draft)}
${nextForm(visit, 'secondary-action')}`;
}
