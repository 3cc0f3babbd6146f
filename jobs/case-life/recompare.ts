import { applyHit } from './snapshot.ts';
import type { Pair, WorkingTask } from './state.ts';

/**
 * A task whose subject is no hit any more under the data that the register has now. What was closed is the file of a
 * decision, and stays; what a person said about identity a person must take back, so that question A is asked again;
 * what nobody decided leaves the queue.
 */
function withoutHit(task: WorkingTask, { knowledge: { evidenceHash } }: Pair): WorkingTask {
  const { state, identity } = task.read ?? { state: 'open', identity: null };
  if (state === 'closed' || state === 'withdrawn') return task;
  return identity === 'same_person'
    ? { ...task, evidenceHash, askIdentityAgain: true, reopen: state === 'waiting', touched: true }
    : { ...task, withdrawn: 'no_longer_a_hit', touched: true };
}

/**
 * The register says something else of who a subject is: what follows for its task in a case, as if the newest entry of
 * the case came again, which says nothing new about the facts.
 *
 * @param task the one about the subject of the pair; undefined when there is none
 * @returns the task to write; undefined when there is none
 */
export function recompare(task: WorkingTask | undefined, pair: Pair): WorkingTask | undefined {
  if (pair.hit === null) return task === undefined ? undefined : withoutHit(task, pair);
  const tasks = new Map(task === undefined ? [] : [[task.subjectId, task]]);
  applyHit(tasks, pair, false);
  return tasks.get(pair.subjectId);
}
