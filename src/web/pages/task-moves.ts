import type { MoveResult, TaskView } from '../../../db/contract/tasks.ts';
import { asId, type TaskId } from '../../domain/ids.ts';
import {
  type AnswerProblem,
  type Draft,
  draftOf,
  hasText,
  IDENTITY_VERDICTS,
  isRepeatOf,
  MOST_REASON_CHARACTERS,
  NO_DRAFT,
  RELEVANCE_VERDICTS,
  ratingIn,
} from '../task/draft.ts';
import { noTaskPage, taskPage } from '../task/page.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

/** Where "next" leads when there is nothing to take. */
export const NOTHING_TO_TAKE = '/queue?told=none';

const taskIdOf = (visit: AccountVisit): TaskId => asId<TaskId>(visit.param('taskId'));
const to = (taskId: TaskId): Answer => ({ kind: 'redirect', to: `/tasks/${taskId}` });

/** The version on the form; one that is none fits no task, so that a form without it is refused as outdated. */
function versionIn(visit: AccountVisit): number {
  const version = visit.field('version');
  return /^\d{1,9}$/.test(version) ? Number(version) : -1;
}

/** The task as it is now, with what was typed and why it was not taken. */
async function showAgain(visit: AccountVisit, draft: Draft, problem: AnswerProblem | null): Promise<Answer> {
  const view = await visit.store.viewTask(accessOf(visit, 'review_task'), taskIdOf(visit), visit.now);
  if ('refusal' in view) return noTaskPage(visit, view.refusal, draft);
  return taskPage(visit, view, { draft, problem });
}

/** The highest-ranked task that this account may work: the normal door to the work. */
export async function takeNext(visit: AccountVisit): Promise<Answer> {
  const result = await visit.store.claimNext(accessOf(visit, 'review_task'), visit.now);
  if (result === null) return { kind: 'redirect', to: NOTHING_TO_TAKE };
  return result.kind === 'done' ? to(result.taskId) : noTaskPage(visit, result.refusal, NO_DRAFT);
}

/** Takes a task in hand. What was typed on a claim that ran out comes along into the form. */
export async function takeTask(visit: AccountVisit): Promise<Answer> {
  const draft = draftOf(visit);
  const result = await visit.store.claimTask(accessOf(visit, 'review_task'), taskIdOf(visit), visit.now);
  if (result.kind === 'refused') return showAgain(visit, draft, result.refusal);
  return hasText(draft) ? showAgain(visit, draft, null) : to(taskIdOf(visit));
}

/** Gives a task back. Sent twice, the second finds it given back already and changes nothing. */
export async function giveBack(visit: AccountVisit): Promise<Answer> {
  const access = accessOf(visit, 'review_task');
  const result = await visit.store.releaseTask(access, taskIdOf(visit), visit.now, versionIn(visit));
  if (result.kind === 'done') return { kind: 'redirect', to: '/queue' };
  return showAgain(visit, NO_DRAFT, result.refusal);
}

type Question = 'identity' | 'relevance';

/** Whether this account's own standing answer is the one that was sent again. */
function stands(view: TaskView, visit: AccountVisit, question: Question, draft: Draft): boolean {
  const all = question === 'identity' ? view.identity.identityDispositions : (view.relevance?.dispositions ?? []);
  const own = all.filter(({ accountId }) => accountId === visit.account.accountId);
  return isRepeatOf(draft, own, view.relevance?.rating.level ?? null);
}

async function answered(visit: AccountVisit, question: Question, draft: Draft, result: MoveResult): Promise<Answer> {
  if (result.kind === 'done') return to(result.taskId);
  const { refusal } = result;
  const view = await visit.store.viewTask(accessOf(visit, 'review_task'), taskIdOf(visit), visit.now);
  if ('refusal' in view) return noTaskPage(visit, view.refusal, draft);
  if (stands(view, visit, question, draft)) return to(taskIdOf(visit));
  // What was chosen was chosen on what the task said before: it is to be looked at and chosen anew.
  const kept = refusal === 'version_changed' ? { ...draft, verdict: '', overriddenRating: '' } : draft;
  return taskPage(visit, view, { draft: kept, problem: refusal });
}

/** What is wrong with a form before the rules are asked; null when nothing is. */
function formProblem({ reason }: Draft, verdict: string | undefined): AnswerProblem | null {
  if (verdict === undefined) return 'no_verdict';
  return reason.length > MOST_REASON_CHARACTERS ? 'too_long' : null;
}

/** Answers question A. */
export async function answerIdentity(visit: AccountVisit): Promise<Answer> {
  const draft = draftOf(visit);
  const verdict = IDENTITY_VERDICTS.find((one) => one === draft.verdict);
  const problem = formProblem(draft, verdict);
  if (problem !== null || verdict === undefined) return showAgain(visit, draft, problem);
  const decision = { verdict, reason: draft.reason.trim(), waitUntil: draft.waitUntil || null };
  const access = accessOf(visit, 'review_task');
  const result = await visit.store.decideIdentity(access, taskIdOf(visit), versionIn(visit), decision, visit.now);
  return answered(visit, 'identity', draft, result);
}

/** Answers question B. */
export async function answerRelevance(visit: AccountVisit): Promise<Answer> {
  const draft = draftOf(visit);
  const verdict = RELEVANCE_VERDICTS.find((one) => one === draft.verdict);
  const problem = formProblem(draft, verdict);
  if (problem !== null || verdict === undefined) return showAgain(visit, draft, problem);
  const given = { verdict, reason: draft.reason.trim(), overriddenRating: ratingIn(draft) };
  const decision = { ...given, waitUntil: draft.waitUntil || null };
  const access = accessOf(visit, 'review_task');
  const result = await visit.store.decideRelevance(access, taskIdOf(visit), versionIn(visit), decision, visit.now);
  return answered(visit, 'relevance', draft, result);
}
