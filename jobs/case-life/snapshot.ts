import type { TaskOfCase } from '../../db/contract/chunks.ts';
import type { Fact } from '../../src/domain/case.ts';
import type { SnapshotEntry } from '../../src/domain/entry.ts';
import type { SubjectId } from '../../src/domain/ids.ts';
import type { ClearedReason, TaskedReason } from '../../src/domain/ledger.ts';
import { ERASED_RULE, type Rating } from '../../src/domain/rating.ts';
import { type EntryEffect, effectOfEntry } from '../../src/review/life.ts';
import { type CaseState, isWithdrawn, type Pair, type WorkingTask } from './state.ts';

/** What became of one pair; `cleared` ones leave nothing behind, except as a rival when the case has a task. */
type PairEnd = TaskedReason | Exclude<ClearedReason, 'no_hit' | 'out_of_scope'>;

export interface SnapshotApplied {
  readonly state: CaseState;
  readonly outcome: 'tasked' | 'cleared';
  readonly reason: TaskedReason | ClearedReason;
}

function effectOn(read: TaskOfCase, rating: Rating, evidence: boolean, substance: boolean): EntryEffect {
  const { state, identity, relevance } = read;
  const before = { state, identity, relevance, rating: read.answeredRating ?? read.rating.level };
  return effectOfEntry(before, { rating: rating.level, evidence, substance });
}

function touch(task: WorkingTask, pair: Pair, substance: boolean): WorkingTask {
  const read = task.read;
  const evidence = read !== null && read.evidenceHash !== pair.knowledge.evidenceHash;
  const effect = read === null ? null : effectOn(read, pair.rating, evidence, substance);
  // Withdrawn by an earlier message of the same chunk: as if that had been written and read again.
  const revived = task.withdrawn !== null;
  return {
    ...task,
    rating: pair.rating,
    evidenceHash: pair.knowledge.evidenceHash,
    reopen: task.reopen || revived || effect?.reopen === true,
    askIdentityAgain: effect?.askIdentityAgain === true,
    withdrawn: null,
    touched: true,
  };
}

function newTask(pair: Pair): WorkingTask {
  return {
    taskId: null,
    read: null,
    subjectId: pair.subjectId,
    rating: pair.rating,
    evidenceHash: pair.knowledge.evidenceHash,
    reopen: false,
    askIdentityAgain: false,
    withdrawn: null,
    touched: true,
  };
}

/** A pair that a person dismissed, here or under another case, and whose identity data are still the same. */
function isSuppressed(task: WorkingTask | undefined, pair: Pair): boolean {
  const read = task?.read ?? null;
  // The shell of a task whose term was over says no more than that there was one; what was said of the pair is known.
  if (read !== null && !(read.state === 'withdrawn' && read.rating.ruleId === ERASED_RULE)) {
    return (
      read.identity === 'someone_else' && read.state === 'closed' && read.evidenceHash === pair.knowledge.evidenceHash
    );
  }
  const earlier = pair.knowledge.earlierVerdict;
  return earlier !== null && earlier.verdict === 'someone_else' && earlier.sameEvidence;
}

/** What a hit does to the task about its subject, or makes one. */
export function applyHit(tasks: Map<SubjectId, WorkingTask>, pair: Pair, substance: boolean): PairEnd {
  const task = tasks.get(pair.subjectId);
  if (isSuppressed(task, pair)) return 'suppressed';
  const live = task !== undefined && !isWithdrawn(task);
  if (!live && pair.rating.level === 'none') return 'not_relevant';
  tasks.set(pair.subjectId, task === undefined ? newTask(pair) : touch(task, pair, substance));
  return task === undefined ? 'new_task' : 'existing_task';
}

/**
 * A task whose subject is no longer hit stays only when a person confirmed it on the very same identity data, or when
 * nobody looked: a partner is compared once, and the hit of that time stands until the identity data change.
 */
function applyMiss(
  tasks: Map<SubjectId, WorkingTask>,
  task: WorkingTask,
  pair: Pair | undefined,
  substance: boolean,
): PairEnd {
  const stands =
    pair !== undefined &&
    task.read?.evidenceHash === pair.knowledge.evidenceHash &&
    (task.read.identity === 'same_person' || !pair.compared);
  tasks.set(
    task.subjectId,
    stands ? touch(task, pair, substance) : { ...task, withdrawn: 'no_longer_a_hit', reopen: false, touched: true },
  );
  return 'existing_task';
}

function reasonOf(ends: readonly PairEnd[]): Pick<SnapshotApplied, 'outcome' | 'reason'> {
  const has = (end: PairEnd): boolean => ends.includes(end);
  if (has('new_task')) return { outcome: 'tasked', reason: 'new_task' };
  if (has('existing_task')) return { outcome: 'tasked', reason: 'existing_task' };
  if (has('suppressed')) return { outcome: 'cleared', reason: 'suppressed' };
  return { outcome: 'cleared', reason: has('not_relevant') ? 'not_relevant' : 'no_hit' };
}

/**
 * Makes a snapshot, found to be the newest, the truth of its case.
 *
 * @param facts what of the entry's facts no retraction has taken away; at least one
 * @param substance whether the facts say more than the case did; without that nothing that was put aside comes back
 * @param pairs every subject the entry's person hit, and every subject that has a task in the case and still exists
 */
export function applySnapshot(
  state: CaseState,
  entry: SnapshotEntry,
  facts: readonly Fact[],
  substance: boolean,
  pairs: readonly Pair[],
): SnapshotApplied {
  const tasks = new Map(state.tasks);
  const bySubject = new Map(pairs.map((pair) => [pair.subjectId, pair]));
  const ends = pairs.filter((pair) => pair.hit !== null).map((pair) => applyHit(tasks, pair, substance));
  for (const task of [...tasks.values()]) {
    const pair = bySubject.get(task.subjectId);
    if ((pair === undefined || pair.hit === null) && !isWithdrawn(task))
      ends.push(applyMiss(tasks, task, pair, substance));
  }
  const hits = pairs.flatMap((pair) => (pair.hit === null ? [] : [pair.hit]));
  const content = { person: entry.person, case: { ...entry.case, facts } };
  const order = { occurredAt: entry.occurredAt, messageId: entry.messageId };
  return { state: { ...state, newestSnapshot: order, content, hits, tasks }, ...reasonOf(ends) };
}
