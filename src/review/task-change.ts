import type { CalendarDate } from '../domain/calendar-date.ts';
import type { DispositionId } from '../domain/ids.ts';
import type { Disposition, MoveRefusal, TaskState } from '../domain/task.ts';
import type { Claim, ReviewTask, SecondLook } from './review-task.ts';

/** A verdict before it is stored. */
export type NewDisposition = Omit<Disposition, 'dispositionId' | 'retiredAt'>;

/** All that a move changes; whoever stores it raises the version by one. */
export interface TaskChange {
  readonly state: TaskState;
  readonly claim: Claim | null;
  readonly waitUntil: CalendarDate | null;
  readonly secondLook: SecondLook | null;
  /** Standing verdicts that the move retires. */
  readonly retired: readonly DispositionId[];
  readonly added: NewDisposition | null;
}

export type Moved =
  | { readonly kind: 'moved'; readonly change: TaskChange }
  | { readonly kind: 'refused'; readonly refusal: MoveRefusal };

export function refused(refusal: MoveRefusal): Moved {
  return { kind: 'refused', refusal };
}

/** A change to a state in which nobody has the task, nothing is waited for and no verdict comes or goes, but for `parts`. */
export function changeTo(state: TaskState, parts: Partial<Omit<TaskChange, 'state'>> = {}): TaskChange {
  return { state, claim: null, waitUntil: null, secondLook: null, retired: [], added: null, ...parts };
}

export function moved(state: TaskState, parts: Partial<Omit<TaskChange, 'state'>> = {}): Moved {
  return { kind: 'moved', change: changeTo(state, parts) };
}

export function idsOf(dispositions: readonly Disposition[]): readonly DispositionId[] {
  return dispositions.map(({ dispositionId }) => dispositionId);
}

/** Where a task goes back to the queue: with question A open, or with A answered and B open. */
export function queueState(identityAnswered: boolean): Extract<TaskState, 'open' | 'identity_decided'> {
  return identityAnswered ? 'identity_decided' : 'open';
}

/** Whether the task is in a state in which a claim has a meaning. */
export function isInHand(task: Pick<ReviewTask, 'state'>): boolean {
  return task.state === 'claimed' || task.state === 'identity_decided' || task.state === 'second_look';
}
