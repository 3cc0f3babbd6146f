import type { Account } from '../domain/account.ts';
import type { Disposition } from '../domain/task.ts';
import { currentIdentity, currentRelevance, type ReviewTask } from './review-task.ts';
import { ownSecondAnswer } from './visibility.ts';

type Question = Disposition['question'];

/** Which question an account that has the task in hand is to answer; null when the task asks none. */
export function questionAsked(task: ReviewTask, account: Account): Question | null {
  if (task.state === 'claimed') return 'identity';
  if (task.state === 'identity_decided') return 'relevance';
  if (task.state !== 'second_look' || task.secondLook === null) return null;
  if (task.secondLook.why === 'disagreement') return isOneVerdict(currentIdentity(task)) ? 'relevance' : 'identity';
  if (currentRelevance(task).length === 0) return 'identity';
  return task.secondLook.blind && ownSecondAnswer(task, account) === null ? 'identity' : 'relevance';
}

function isOneVerdict(dispositions: readonly Disposition[]): boolean {
  return new Set(dispositions.map(({ verdict }) => verdict)).size === 1;
}
