import type { Access } from '../../../src/domain/access.ts';
import type { EpochMs, TaskId } from '../../../src/domain/ids.ts';
import type { MoveRefusal, TaskState } from '../../../src/domain/task.ts';
import { claim } from '../../../src/review/claims.ts';
import type { ReviewTask } from '../../../src/review/review-task.ts';
import { isSenior, refusalToSee } from '../../../src/review/reviewers.ts';
import type { Moved } from '../../../src/review/task-change.ts';
import type { MoveResult } from '../../contract/tasks.ts';
import type { Engine } from '../engine.ts';
import { type Transaction, transact } from '../transact.ts';
import { type Onlooker, onlookerOf, refusalToShow } from './onlooker.ts';
import { unclaimed, walkQueue } from './queue.ts';
import type { StoredTask, TaskReader } from './read-tasks.ts';
import { returnDue } from './return-due.ts';
import { writeChange } from './write-change.ts';

/** Where a reviewer's next task can stand. A senior's next one has an answer to A already, or two that differ. */
const NEXT_STATES: readonly TaskState[] = ['open', 'identity_decided', 'second_look'];
const NEXT_STATES_OF_SENIORS: readonly TaskState[] = ['identity_decided', 'second_look'];

export const refusedWith = (refusal: MoveRefusal) => ({ kind: 'refused', refusal }) as const;

/** Begins a method of a person: who it is, and the queue as it is at this moment. */
export function begin(engine: Engine, reader: TaskReader, tx: Transaction, access: Access, at: EpochMs): Onlooker {
  const onlooker = onlookerOf(engine, access, at);
  returnDue(engine, reader, tx, at);
  return onlooker;
}

/** One move of one person on one task, as the rules of `src/review` make it. */
export interface Move {
  readonly action: string;
  readonly taskId: TaskId;
  readonly at: EpochMs;
  /** When given, the move is refused on any other version. */
  readonly version?: number | undefined;
  make(task: ReviewTask, onlooker: Onlooker): Moved;
}

function carryOut(engine: Engine, tx: Transaction, task: StoredTask, made: Moved, at: EpochMs): MoveResult {
  const { taskId, version, state: before } = task.row;
  if (made.kind === 'refused') {
    tx.note({ taskId, refusal: made.refusal });
    return made;
  }
  const { added, state: after } = made.change;
  tx.note({ taskId, version: version + 1, before, after });
  if (added !== null) tx.note({ verdict: added.verdict, secondLook: Number(added.secondLook) });
  return writeChange(engine, task.row, made.change, at);
}

export function makeMove(
  engine: Engine,
  reader: TaskReader,
  access: Access,
  { action, taskId, at, version, make }: Move,
): Promise<MoveResult> {
  return transact(engine, access, action, (tx): MoveResult => {
    const onlooker = begin(engine, reader, tx, access, at);
    const task = reader.find(taskId);
    if (task === null) {
      tx.note({ refusal: 'unknown_task' });
      return refusedWith('unknown_task');
    }
    const isStale = version !== undefined && version !== task.row.version;
    const refusal = refusalToShow(onlooker, task) ?? (isStale ? 'version_changed' : null);
    return carryOut(engine, tx, task, refusal === null ? make(task.review, onlooker) : refusedWith(refusal), at);
  });
}

/** Claims the first task of the queue that this account may see and take. */
export function claimNext(
  engine: Engine,
  reader: TaskReader,
  tx: Transaction,
  onlooker: Onlooker,
  at: EpochMs,
): MoveResult | null {
  const { account } = onlooker;
  const barred = refusalToSee(account, { people: [] });
  if (barred !== null) return refusedWith(barred);
  const states = isSenior(account) ? NEXT_STATES_OF_SENIORS : NEXT_STATES;
  for (const row of walkQueue(engine.queries, states, unclaimed(at), null)) {
    const task = reader.open(row);
    if (refusalToShow(onlooker, task) !== null) continue;
    const made = claim(task.review, account, at);
    if (made.kind === 'moved') return carryOut(engine, tx, task, made, at);
  }
  return null;
}
