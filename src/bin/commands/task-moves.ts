import type { MoveResult } from '../../../db/contract/tasks.ts';
import type { TaskId } from '../../domain/ids.ts';
import type { RatingLevel } from '../../domain/rating.ts';
import { refusal } from '../../domain/refusals.ts';
import type { IdentityVerdict, RelevanceVerdict } from '../../domain/task.ts';
import { TASK_STATE_WORDS } from '../../texts/review.ts';
import { noTaskSentence } from '../../texts/task-page.ts';
import { printJson, printLine } from '../output.ts';
import { type Acting, tellRefusal } from './acting.ts';

/** The words of `--identity` and `--relevance`. */
export const IDENTITY_ANSWERS: Readonly<Record<'same' | 'different' | 'unclear', IdentityVerdict>> = {
  same: 'same_person',
  different: 'someone_else',
  unclear: 'cannot_tell',
};
export const RELEVANCE_ANSWERS: Readonly<Record<'not-relevant' | 'watch' | 'propose', RelevanceVerdict>> = {
  'not-relevant': 'not_relevant',
  watch: 'watch',
  propose: 'propose_investigation',
};

interface DecideFlags {
  readonly identity?: keyof typeof IDENTITY_ANSWERS;
  readonly relevance?: keyof typeof RELEVANCE_ANSWERS;
  readonly override?: RatingLevel;
  readonly reason: string;
  readonly until?: string;
}

function tell(acting: Acting, result: MoveResult): void {
  if (result.kind === 'refused') tellRefusal(acting, result.refusal);
  else if (acting.json) printJson({ taskId: result.taskId, state: result.state, version: result.version });
  else printLine(`${result.taskId}  ${TASK_STATE_WORDS[result.state][acting.language]}`);
}

/** Takes a task, or with null the next one. */
export async function runClaim(acting: Acting, taskId: TaskId | null): Promise<void> {
  const { store, access, clock, json, language } = acting;
  const now = clock.now();
  const result = taskId === null ? await store.claimNext(access, now) : await store.claimTask(access, taskId, now);
  if (result !== null) tell(acting, result);
  else if (json) printJson({ taskId: null });
  else printLine(noTaskSentence(language));
}

export async function runRelease(acting: Acting, taskId: TaskId): Promise<void> {
  tell(acting, await acting.store.releaseTask(acting.access, taskId, acting.clock.now()));
}

/**
 * Answers one question, on the version that the task has at this moment: a terminal keeps no screen on which an older
 * one could stand.
 */
export async function runDecide(acting: Acting, taskId: TaskId, flags: DecideFlags): Promise<void> {
  const { store, access, clock } = acting;
  const { identity, relevance, reason, until: waitUntil = null, override: overriddenRating = null } = flags;
  if (identity === undefined && relevance === undefined) throw refusal('USAGE', 'answer_missing');
  const view = await store.viewTask(access, taskId, clock.now());
  if ('refusal' in view) return tellRefusal(acting, view.refusal);
  const { version } = view.identity;
  if (identity !== undefined) {
    const decision = { verdict: IDENTITY_ANSWERS[identity], reason, waitUntil };
    return tell(acting, await store.decideIdentity(access, taskId, version, decision, clock.now()));
  }
  if (relevance === undefined) return;
  const decision = { verdict: RELEVANCE_ANSWERS[relevance], reason, overriddenRating, waitUntil };
  tell(acting, await store.decideRelevance(access, taskId, version, decision, clock.now()));
}
