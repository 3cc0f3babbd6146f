import type { Account } from '../domain/account.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { MoveRefusal } from '../domain/task.ts';
import { currentDispositions, isSamePerson, type ReviewTask } from './review-task.ts';
import { isSenior, refusalToSee } from './reviewers.ts';
import { isInHand, type Moved, moved, queueState, refused } from './task-change.ts';

/** How long a claim lasts without action (review rules, 1). */
export const CLAIM_DURATION_MS = 30 * 60 * 1000;

/** Whether somebody has the task in hand at this moment. */
export function isClaimed(task: ReviewTask, at: EpochMs): boolean {
  return isInHand(task) && task.claim !== null && at < task.claim.at + CLAIM_DURATION_MS;
}

/** Takes a task in hand, exclusively. Taking one's own again starts the half hour anew. */
export function claim(task: ReviewTask, account: Account, at: EpochMs): Moved {
  const refusal = refusalToSee(account, task) ?? refusalToTake(task, account, at);
  if (refusal !== null) return refused(refusal);
  const taken = { claim: { by: account.accountId, at } };
  if (task.state === 'second_look') return moved('second_look', { ...taken, secondLook: task.secondLook });
  return moved(isSamePerson(task) ? 'identity_decided' : 'claimed', taken);
}

/** Gives a task back to the queue. A senior may do so with anybody's. */
export function release(task: ReviewTask, account: Account, at: EpochMs): Moved {
  const refusal = refusalToSee(account, task) ?? (isSenior(account) ? null : refusalToAct(task, account, at));
  if (refusal !== null) return refused(refusal);
  if (!isClaimed(task, at)) return refused(isInHand(task) ? 'not_claimed' : 'wrong_state');
  if (task.state === 'second_look') return moved('second_look', { secondLook: task.secondLook });
  return moved(queueState(isSamePerson(task)));
}

/**
 * A senior takes a task out of whoever's hands it is in, or out of the queue, and puts it into those of another. The
 * other must be one who could have taken it; nothing of a half hour that runs is carried over.
 */
export function assign(task: ReviewTask, by: Account, to: Account, at: EpochMs): Moved {
  const refusal = refusalToSee(by, task) ?? (isSenior(by) ? null : 'role_forbids');
  return refusal === null ? claim({ ...task, claim: null }, to, at) : refused(refusal);
}

/** Why an account may not do something that needs the task in hand; null when it has it. */
export function refusalToAct(task: ReviewTask, account: Account, at: EpochMs): MoveRefusal | null {
  const own = task.claim !== null && task.claim.by === account.accountId;
  if (isClaimed(task, at)) return own ? null : 'claimed_by_another';
  if (task.state === 'open' || isInHand(task)) return own ? 'claim_expired' : 'not_claimed';
  return 'wrong_state';
}

function refusalToTake(task: ReviewTask, account: Account, at: EpochMs): MoveRefusal | null {
  if (isClaimed(task, at)) return task.claim?.by === account.accountId ? null : 'claimed_by_another';
  if (task.state === 'second_look') return refusalToLookAgain(task, account);
  if (task.state !== 'open' && !isInHand(task)) return 'wrong_state';
  return isSenior(account) && !isSamePerson(task) ? 'role_forbids' : null;
}

/** Whether an answer waits for this account to look too: it may take the second look, and nobody else has it in hand. */
export function mayLookAgain(task: ReviewTask, account: Account, at: EpochMs): boolean {
  return task.state === 'second_look' && claim(task, account, at).kind === 'moved';
}

/** Nobody checks their own answer, and only a senior decides between two. */
function refusalToLookAgain(task: ReviewTask, account: Account): MoveRefusal | null {
  const arbitration = task.secondLook?.why === 'disagreement';
  const took = currentDispositions(task).some(
    (disposition) => disposition.accountId === account.accountId && (arbitration || !disposition.secondLook),
  );
  if (took) return 'same_reviewer';
  return arbitration && !isSenior(account) ? 'role_forbids' : null;
}
