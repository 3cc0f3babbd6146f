import type { EpochMs } from '../domain/ids.ts';
import { compareRating, type RatingLevel } from '../domain/rating.ts';
import type { RelevanceVerdict, TaskState } from '../domain/task.ts';
import { dutchDay } from './calendar.ts';
import { isClaimed } from './claims.ts';
import { currentDispositions, currentRelevance, isSamePerson, type ReviewTask } from './review-task.ts';
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

/** What an entry of the case does to a task of it. */
export interface EntryEffect {
  /** A task that was put aside comes back (`comesBack`). */
  readonly reopen: boolean;
  /** The identity data of a side changed: question A is asked again. */
  readonly askIdentityAgain: boolean;
}

/** A later entry of the case: the task is updated in place, asked anew, or brought back. */
export function afterEntry(task: ReviewTask, { reopen, askIdentityAgain }: EntryEffect): TaskChange {
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

/**
 * Whether a later entry on unchanged identity data brings a task back that was put aside. Waiting ends with any entry.
 * What was decided comes back only if the outcome could change: what was found not relevant has become more serious,
 * what was proposed for investigation less so. A pair dismissed as somebody else stays dismissed.
 *
 * @param answered the standing answer to question B, or null
 * @param before the rating on which it was given
 */
export function comesBack(
  state: TaskState,
  answered: RelevanceVerdict | null,
  before: RatingLevel,
  after: RatingLevel,
): boolean {
  if (state === 'waiting') return true;
  if (state === 'withdrawn') return after !== 'none';
  if (state !== 'closed' && state !== 'second_look') return false;
  if (answered === null) return false;
  const change = compareRating(after, before);
  return answered === 'propose_investigation' ? change > 0 : change < 0;
}

/** Back to the question that is open now; a "cannot tell" and every answer to B have served their time. */
function backToQueue(task: ReviewTask): TaskChange {
  const unanswered = currentDispositions(task).filter(({ verdict }) => verdict === 'cannot_tell');
  return changeTo(queueState(isSamePerson(task)), { retired: idsOf([...unanswered, ...currentRelevance(task)]) });
}
