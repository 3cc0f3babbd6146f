import type { EpochMs } from '../domain/ids.ts';
import { compareRating, type RatingLevel } from '../domain/rating.ts';
import type { IdentityVerdict, RelevanceVerdict, TaskState } from '../domain/task.ts';
import { dutchDay } from './calendar.ts';
import { isClaimed } from './claims.ts';
import { currentDispositions, currentRelevance, isSamePerson, type ReviewTask, type TaskLife } from './review-task.ts';
import { changeTo, idsOf, isInHand, queueState, type TaskChange } from './task-change.ts';

/** What time alone changes: a claim that ran out, a day that was waited for. Null when nothing. */
export function lapse(task: ReviewTask, at: EpochMs): TaskChange | null {
  // The claim stays on record, so that a late answer is told that it ran out.
  if (task.state === 'claimed' && !isClaimed(task, at)) return changeTo('open', { claim: task.claim });
  const due = task.state === 'waiting' && task.waitUntil !== null && task.waitUntil <= dutchDay(at);
  return due ? backToQueue(task) : null;
}

/** The entry was retracted, the subject left, or the basis ended: out of the queue. Verdicts stay for the record. */
export function withdraw(): TaskChange {
  return changeTo('withdrawn');
}

/** A task as screening finds it when an entry of its case comes. */
export interface TaskBefore {
  readonly state: TaskState;
  /** The standing answers; null while not given. */
  readonly identity: IdentityVerdict | null;
  readonly relevance: RelevanceVerdict | null;
  /** The rating on which question B was answered; while it is not, the rating as it stands. */
  readonly rating: RatingLevel;
}

/** What an entry says of a task that was not said before. */
export interface EntryNews {
  /** What the policy makes of the facts now. */
  readonly rating: RatingLevel;
  /** The identity data of a side changed. */
  readonly evidence: boolean;
  /** The facts say more than before, as far as a rating could change by it. */
  readonly substance: boolean;
}

/** What an entry of the case does to a task of it. */
export interface EntryEffect {
  /** A task that was put aside comes back. */
  readonly reopen: boolean;
  /** The identity data of a side changed: question A is asked again. */
  readonly askIdentityAgain: boolean;
}

export function effectOfEntry(task: TaskBefore, news: EntryNews): EntryEffect {
  return { reopen: comesBack(task, news), askIdentityAgain: news.evidence && task.identity !== null };
}

/**
 * Whether an entry brings a task back that was put aside. Changed identity data bring back whatever was decided or
 * waits; otherwise waiting ends with any entry that says something new. What was decided comes back only if the outcome
 * could change: what was found not relevant has become more serious, what was proposed for investigation less so. A
 * pair dismissed as somebody else stays dismissed on the same identity data.
 */
function comesBack({ state, relevance, rating: before }: TaskBefore, news: EntryNews): boolean {
  if (state === 'withdrawn') return news.rating !== 'none';
  if (news.evidence) return state === 'waiting' || state === 'closed';
  if (!news.substance) return false;
  if (state === 'waiting') return true;
  if ((state !== 'closed' && state !== 'second_look') || relevance === null) return false;
  const change = compareRating(news.rating, before);
  return relevance === 'propose_investigation' ? change > 0 : change < 0;
}

/** A later entry of the case: the task is updated in place, asked anew, or brought back. */
export function afterEntry(task: TaskLife, { reopen, askIdentityAgain }: EntryEffect): TaskChange {
  const { state, claim, waitUntil, secondLook } = task;
  if (state === 'withdrawn' && !reopen) return changeTo('withdrawn');
  if (askIdentityAgain) {
    const retired = idsOf(currentDispositions(task));
    // A claim outlives a new question A: the claimant is at it anyway.
    return !reopen && isInHand(task) && claim !== null
      ? changeTo('claimed', { retired, claim })
      : changeTo('open', { retired });
  }
  return reopen ? backToQueue(task) : changeTo(state, { claim, waitUntil, secondLook });
}

/** Back to the question that is open now; a "cannot tell" and every answer to B have served their time. */
function backToQueue(task: TaskLife): TaskChange {
  const unanswered = currentDispositions(task).filter(({ verdict }) => verdict === 'cannot_tell');
  return changeTo(queueState(isSamePerson(task)), { retired: idsOf([...unanswered, ...currentRelevance(task)]) });
}
