import type { CaseHistory, PairKnowledge, TaskOfCase } from '../../db/contract/chunks.ts';
import type { MessageOrder } from '../../src/domain/entry.ts';
import type { Hit } from '../../src/domain/hit.ts';
import type { SubjectId, TaskId } from '../../src/domain/ids.ts';
import type { Rating } from '../../src/domain/rating.ts';
import type { WithdrawalReason } from '../../src/domain/task.ts';

/** A task while its case is being worked on: as it was read, or to be made. */
export interface WorkingTask {
  /** Null while it does not exist yet. */
  readonly taskId: TaskId | null;
  /** As read; null for a task to be made. */
  readonly read: TaskOfCase | null;
  readonly subjectId: SubjectId;
  readonly rating: Rating;
  readonly evidenceHash: string;
  readonly reopen: boolean;
  readonly askIdentityAgain: boolean;
  readonly withdrawn: WithdrawalReason | null;
  /** Whether an entry of this chunk touched it. */
  readonly touched: boolean;
}

/** A case between two messages. Every message makes the next state; the last one is written. */
export interface CaseState {
  readonly newestSnapshot: MessageOrder | null;
  readonly tombstones: CaseHistory['tombstones'];
  readonly content: CaseHistory['content'];
  /** Null while no message of this chunk was compared: the stored hits stay. */
  readonly hits: readonly Hit[] | null;
  readonly tasks: ReadonlyMap<SubjectId, WorkingTask>;
  readonly retractedUpTo: MessageOrder | null;
}

/** One subject that an entry hit, or that has a task in its case, with what is needed to decide what becomes of it. */
export interface Pair {
  readonly subjectId: SubjectId;
  /** Null when the newest person of the case no longer hits this subject. */
  readonly hit: Hit | null;
  /** False for a partner whose one comparison was with another delivery: that it is no hit now says nothing. */
  readonly compared: boolean;
  readonly rating: Rating;
  readonly knowledge: PairKnowledge;
}

export function stateOf(history: CaseHistory): CaseState {
  const tasks = history.tasks.map((task): [SubjectId, WorkingTask] => [
    task.subjectId,
    {
      taskId: task.taskId,
      read: task,
      subjectId: task.subjectId,
      rating: task.rating,
      evidenceHash: task.evidenceHash,
      reopen: false,
      askIdentityAgain: false,
      withdrawn: null,
      touched: false,
    },
  ]);
  return {
    newestSnapshot: history.newestSnapshot,
    tombstones: history.tombstones,
    content: history.content,
    hits: null,
    tasks: new Map(tasks),
    retractedUpTo: null,
  };
}

/** Whether a task is out of the queue for good unless an entry brings it back. */
export function isWithdrawn(task: WorkingTask): boolean {
  return task.withdrawn !== null || (task.read?.state === 'withdrawn' && !task.reopen);
}
