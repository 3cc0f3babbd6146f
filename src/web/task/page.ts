import type { TaskView } from '../../../db/contract/tasks.ts';
import type { MoveRefusal } from '../../domain/task.ts';
import { toldRefusal } from '../../review/visibility.ts';
import { dayText } from '../../texts/dates.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { BAND_WORDS, QUESTION_WORDS, TASK_STATE_WORDS } from '../../texts/review.ts';
import { badge } from '../components/badge.ts';
import { factList } from '../components/facts.ts';
import { notice } from '../components/notice.ts';
import { moment } from '../format.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { AccountVisit, Answer } from '../visit.ts';
import type { Refused } from './answer-form.ts';
import { type AnswerProblem, type Draft, MOST_REASON_CHARACTERS } from './draft.ts';
import { percent } from './figures.ts';
import { identityScreen } from './identity.ts';
import { keptText, nextForm, panel } from './panel.ts';
import { relevanceScreen } from './relevance.ts';

function waitsFor({ say, language }: AccountVisit, { identity }: TaskView): Piece {
  if (identity.state !== 'waiting') return null;
  return identity.waitUntil === null ? say('task.wait_entry') : dayText(identity.waitUntil, language);
}

function heldBy({ say, account }: AccountVisit, { identity: { claimedBy }, names }: TaskView): string | null {
  if (claimedBy === null) return null;
  return claimedBy === account.accountId ? say('task.you') : (names[claimedBy] ?? '');
}

/** Where the task stands; the same on both screens. */
export function taskFacts(visit: AccountVisit, view: TaskView): Html {
  const { say, language } = visit;
  const { state, band, probability, createdAt, subject } = view.identity;
  const held = view.turn.heldUntil;
  return factList([
    [say('task.state'), TASK_STATE_WORDS[state][language]],
    [say('task.band'), html`${badge(BAND_WORDS[band][language], 'neutral')} ${percent(probability, language)}`],
    [say('task.subject'), subject.personnelNumber],
    [say('task.since'), moment(createdAt, language)],
    [say('task.held_by'), heldBy(visit, view)],
    [say('task.held_until'), held === null ? null : moment(held, language)],
    [say('task.wait_until'), waitsFor(visit, view)],
  ]);
}

function problemSentence({ say, language }: AccountVisit, problem: AnswerProblem): string {
  if (problem === 'no_verdict') return say('task.problem.verdict');
  if (problem === 'too_long') return say('task.problem.too_long', { most: MOST_REASON_CHARACTERS });
  return MOVE_REFUSAL_SENTENCES[problem][language];
}

function lookingAgain({ say }: AccountVisit, { identity, turn }: TaskView): Html | null {
  if (identity.state !== 'second_look' || turn.heldUntil === null) return null;
  const why = turn.lookingAgainFor;
  return notice('info', null, say(why === null ? 'task.looking_again' : `task.looking_again.${why}`));
}

async function evidenceOf(visit: AccountVisit, view: TaskView): Promise<Html> {
  const { say, language } = visit;
  const about = identityScreen(visit, view);
  if (view.relevance === null) {
    return html`<h2 class="utrecht-heading-2">A. ${QUESTION_WORDS.identity[language]}</h2>${about}`;
  }
  const isOpen = view.turn.question === 'identity' ? html` open` : null;
  return html`<h2 class="utrecht-heading-2">B. ${QUESTION_WORDS.relevance[language]}</h2>
${await relevanceScreen(visit, view, view.relevance)}
<details class="screening-details"${isOpen}><summary>${say('relevance.identity')}</summary>
<div class="screening-details__body">${about}</div></details>`;
}

/** Statuses of a page that says why an answer was not taken: the form itself, or where the task stands. */
function statusOf(problem: AnswerProblem | null): number {
  if (problem === null) return 200;
  const isForm = ['reason_required', 'date_required', 'no_verdict', 'too_long'].includes(problem);
  return isForm ? 422 : 409;
}

/** The page of a task, as far as the account may see it: the evidence, and beside it what can be done. */
export async function taskPage(visit: AccountVisit, view: TaskView, refused: Refused): Promise<Answer> {
  const { say } = visit;
  const { taskId, caseNumber } = view.identity;
  const { problem } = refused;
  const main = html`<p class="utrecht-paragraph screening-print-only">${say('print.instead')}</p>
${problem === null ? null : notice('problem', say('task.problem'), problemSentence(visit, problem))}
${lookingAgain(visit, view)}
${taskFacts(visit, view)}
<p class="screening-to-answer"><a class="utrecht-link" href="#answer">${say('task.to_answer')}</a></p>
<div class="screening-task">
<div class="screening-task__evidence">${await evidenceOf(visit, view)}</div>
<section class="screening-task__panel" id="answer" tabindex="-1" aria-label="${say('answer.verdict')}">${panel(visit, view, refused)}
<p class="screening-links"><a class="utrecht-link" href="/queue" data-key="q">${say('task.to_queue')}</a> <a class="utrecht-link" href="/tasks/${taskId}/print">${say('task.print')}</a></p></section>
</div>`;
  const title = say('task.title', { case: caseNumber });
  return { kind: 'page', status: statusOf(problem), title, main, self: `/tasks/${taskId}` };
}

/** In place of a task that may not be seen, or is no longer there; what was typed is still on it. */
export function noTaskPage(visit: AccountVisit, refused: MoveRefusal, draft: Draft): Answer {
  const refusal = toldRefusal(refused);
  const { say, language } = visit;
  const isGone = refusal === 'wrong_state';
  const message = isGone ? say('task.gone') : MOVE_REFUSAL_SENTENCES[refusal][language];
  const main = html`${notice(isGone ? 'info' : 'problem', null, message)}
${keptText(visit, draft)}
${nextForm(visit)}
<p class="utrecht-paragraph"><a class="utrecht-link" href="/queue" data-key="q">${say('task.to_queue')}</a></p>`;
  const status = refusal === 'unknown_task' ? 404 : isGone ? 410 : 403;
  return { kind: 'page', status, title: say(isGone ? 'task.gone.title' : 'task.refused.title'), main, self: '/queue' };
}
