import type { Account } from '../domain/account.ts';
import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { IdentityDecision, MoveRefusal, RelevanceDecision } from '../domain/task.ts';
import { consequenceOf } from './answers.ts';
import { dutchDay } from './calendar.ts';
import { refusalToAct } from './claims.ts';
import { questionAsked } from './questions.ts';
import type { ReviewTask } from './review-task.ts';
import { isSenior, refusalToSee } from './reviewers.ts';
import { type Moved, type NewDisposition, refused } from './task-change.ts';

/** Who answers which version of the task, and when. */
export interface Answering {
  readonly account: Account;
  /** The version that the reviewer had on the screen. */
  readonly version: number;
  readonly at: EpochMs;
}

/** Answers question A: as the first reviewer, in a second look, or as the senior who decides between two. */
export function decideIdentity(task: ReviewTask, by: Answering, decision: IdentityDecision): Moved {
  const waitUntil = futureDay(decision.waitUntil, by.at);
  const refusal =
    refusalToAnswer(task, by, 'identity') ??
    (decision.verdict !== 'same_person' && task.band === 'strong' && isBlank(decision.reason)
      ? 'reason_required'
      : null) ??
    (decision.verdict === 'cannot_tell' && waitUntil === null ? 'date_required' : null);
  if (refusal !== null) return refused(refusal);
  const { verdict, reason } = decision;
  const ratings = { proposedRating: null, overriddenRating: null };
  return consequenceOf(task, { ...answerBy(task, by), question: 'identity', verdict, reason, ...ratings }, waitUntil);
}

/** Answers question B, in the same three ways. An override to the rating that stands is none. */
export function decideRelevance(task: ReviewTask, by: Answering, decision: RelevanceDecision): Moved {
  const waitUntil = futureDay(decision.waitUntil, by.at);
  const overriddenRating = decision.overriddenRating === task.rating ? null : decision.overriddenRating;
  const refusal =
    refusalToAnswer(task, by, 'relevance') ??
    (overriddenRating !== null && isBlank(decision.reason) ? 'reason_required' : null) ??
    (decision.verdict === 'watch' && decision.waitUntil !== null && waitUntil === null ? 'date_required' : null);
  if (refusal !== null) return refused(refusal);
  const { verdict, reason } = decision;
  const ratings = { proposedRating: task.rating, overriddenRating };
  return consequenceOf(task, { ...answerBy(task, by), question: 'relevance', verdict, reason, ...ratings }, waitUntil);
}

function refusalToAnswer(task: ReviewTask, by: Answering, question: 'identity' | 'relevance'): MoveRefusal | null {
  const { account, version, at } = by;
  const refusal = refusalToSee(account, task) ?? refusalToAct(task, account, at);
  if (refusal !== null) return refusal;
  if (version !== task.version) return 'version_changed';
  // A senior has it in hand to answer B, and meanwhile new evidence asked A again: the first answer is not theirs.
  if (task.state === 'claimed' && isSenior(account)) return 'role_forbids';
  return questionAsked(task, account) === question ? null : 'wrong_state';
}

function answerBy(task: ReviewTask, { account, at }: Answering) {
  return {
    accountId: account.accountId,
    decidedAt: at,
    evidenceHash: task.evidenceHash,
    // A senior who decides between two gives the answer that stands from then on; it checks nobody's.
    secondLook: task.state === 'second_look' && task.secondLook?.why !== 'disagreement',
  } satisfies Partial<NewDisposition>;
}

/** The day, when it exists and comes after today; null otherwise. */
function futureDay(text: string | null, at: EpochMs): CalendarDate | null {
  const day = text === null ? null : parseCalendarDate(text);
  return day !== null && day > dutchDay(at) ? day : null;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
