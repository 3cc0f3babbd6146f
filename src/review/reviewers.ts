import type { Account } from '../domain/account.ts';
import { type ConflictRefusal, conflictOf } from './conflicts.ts';
import type { ReviewTask } from './review-task.ts';

/** Seniors see ratings in lists, so they may never be the first to say who a task is about. */
export function isSenior(account: Pick<Account, 'roles'>): boolean {
  return account.roles.includes('senior');
}

/** Whether an account may see any task at all. Operators, auditors and registrars may not. */
export function isReviewing(account: Pick<Account, 'roles'>): boolean {
  return account.roles.includes('reviewer') || isSenior(account);
}

/** Why an account may not see this task; null when it may. */
export function refusalToSee(
  account: Account,
  task: Pick<ReviewTask, 'people'>,
): 'role_forbids' | ConflictRefusal | null {
  return isReviewing(account) ? conflictOf(account, task.people) : 'role_forbids';
}
