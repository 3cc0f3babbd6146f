import type { Account } from '../domain/account.ts';
import { asEpochMs, type EpochMs } from '../domain/ids.ts';
import type { Disposition, MoveRefusal, SecondLookReason } from '../domain/task.ts';
import { CLAIM_DURATION_MS, claim, refusalToAct } from './claims.ts';
import { questionAsked } from './questions.ts';
import type { ReviewTask } from './review-task.ts';
import { isSenior } from './reviewers.ts';
import { isIdentityAnswered } from './visibility.ts';

/** What one account can do with a task at one moment. Says nothing that the account may not know yet. */
export interface Turn {
  /** The question that it may answer now; null when none, also because it does not have the task in hand. */
  readonly question: Disposition['question'] | null;
  /** Until when it has the task in hand; null when it has not. */
  readonly heldUntil: EpochMs | null;
  /** Why it may not take the task in hand; null when it may, or has it. */
  readonly refusalToClaim: MoveRefusal | null;
  /** Why somebody must look again, as far as the account may know; null also when nobody must. */
  readonly lookingAgainFor: SecondLookReason | null;
}

/** Reasons that an account may know before A is answered for it: they say nothing of the rating, nor of the sample. */
const OPEN_REASONS: readonly SecondLookReason[] = ['disagreement', 'someone_else_equal_bsn'];

/** The turn of an account that may see the task. */
export function turnOf(task: ReviewTask, account: Account, at: EpochMs): Turn {
  const holds = refusalToAct(task, account, at) === null;
  const taken = claim(task, account, at);
  const why = task.state === 'second_look' ? (task.secondLook?.why ?? null) : null;
  const mayKnow = why !== null && (OPEN_REASONS.includes(why) || isIdentityAnswered(task, account));
  return {
    question: holds && !(task.state === 'claimed' && isSenior(account)) ? questionAsked(task, account) : null,
    heldUntil: holds && task.claim !== null ? asEpochMs(task.claim.at + CLAIM_DURATION_MS) : null,
    refusalToClaim: taken.kind === 'refused' ? taken.refusal : null,
    lookingAgainFor: mayKnow ? why : null,
  };
}
