import type { Account } from '../domain/account.ts';
import type { Disposition, MoveRefusal } from '../domain/task.ts';
import { currentDispositions, isSamePerson, type ReviewTask } from './review-task.ts';
import { isSenior } from './reviewers.ts';

/** Whether the account would take, or has taken, the blind part of a second look: it gave none of the first answers. */
export function isBlind(task: ReviewTask, account: Account): boolean {
  if (task.state !== 'second_look' || task.secondLook?.blind !== true) return false;
  return !currentDispositions(task).some(
    (disposition) => disposition.accountId === account.accountId && !disposition.secondLook,
  );
}

/**
 * Whether question A is answered for this account, so that it may see what question B is about: a "same person" stands
 * on the current evidence, and the account is not in a blind second look in which its own answer is still lacking.
 */
export function isIdentityAnswered(task: ReviewTask, account: Account): boolean {
  if (!isSamePerson(task)) return false;
  return !isBlind(task, account) || ownSecondAnswer(task, account) !== null;
}

/** Whether a list may show this account the rating, the rule and the due date of the task. */
export function seesRatingInList(task: ReviewTask, account: Account): boolean {
  return isSenior(account) || isIdentityAnswered(task, account);
}

/** The verdicts that the account may see, oldest first: in a blind second look no standing one but its own. */
export function visibleDispositions(task: ReviewTask, account: Account): readonly Disposition[] {
  if (!isBlind(task, account)) return task.dispositions;
  return task.dispositions.filter(
    (disposition) => disposition.retiredAt !== null || disposition.accountId === account.accountId,
  );
}

/** The account's own answer to question A in the second look under way. */
export function ownSecondAnswer(task: ReviewTask, account: Account): Disposition | null {
  const own = currentDispositions(task).find(
    (disposition) =>
      disposition.question === 'identity' && disposition.secondLook && disposition.accountId === account.accountId,
  );
  return own ?? null;
}

const HIDING: readonly MoveRefusal[] = ['conflict_of_interest', 'gate_refuses'];

/**
 * What somebody is told of a refusal. That a task is about a colleague, or about somebody whom no law covers any more,
 * is told to nobody who may not see it: to them it does not exist, whatever door they knock at.
 */
export function toldRefusal(refusal: MoveRefusal): MoveRefusal {
  return HIDING.includes(refusal) ? 'unknown_task' : refusal;
}
