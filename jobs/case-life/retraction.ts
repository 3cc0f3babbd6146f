import { compareOrder, type MessageOrder, type RetractionEntry, type SnapshotEntry } from '../../src/domain/entry.ts';
import { withoutRetracted } from './order.ts';
import { type CaseState, isWithdrawn, type Pair, type WorkingTask } from './state.ts';

function withdrawAll(state: CaseState): CaseState['tasks'] {
  const withdraw = (task: WorkingTask): WorkingTask =>
    isWithdrawn(task) ? task : { ...task, withdrawn: 'retracted', reopen: false, touched: true };
  return new Map([...state.tasks].map(([subjectId, task]) => [subjectId, withdraw(task)]));
}

/** Remembers a retraction and gives the facts that remain of the case's content; the ratings are the caller's to renew. */
export function bury(state: CaseState, entry: RetractionEntry): CaseState {
  const tombstone = { occurredAt: entry.occurredAt, messageId: entry.messageId, factNumbers: entry.factNumbers };
  const tombstones = [...state.tombstones, tombstone];
  if (state.content === null || state.newestSnapshot === null) {
    const all = entry.factNumbers === null;
    return { ...state, tombstones, retractedUpTo: all ? laterOf(state, entry) : state.retractedUpTo };
  }
  const facts = withoutRetracted(state.content.case.facts, state.newestSnapshot, tombstones);
  if (facts.length === 0) {
    return { ...state, tombstones, content: null, tasks: withdrawAll(state), retractedUpTo: laterOf(state, entry) };
  }
  const retractedUpTo = entry.factNumbers === null ? laterOf(state, entry) : state.retractedUpTo;
  const content = { ...state.content, case: { ...state.content.case, facts } };
  return { ...state, tombstones, content, retractedUpTo };
}

function laterOf(state: CaseState, entry: MessageOrder): CaseState['retractedUpTo'] {
  const order = { occurredAt: entry.occurredAt, messageId: entry.messageId };
  return state.retractedUpTo !== null && compareOrder(state.retractedUpTo, order) > 0 ? state.retractedUpTo : order;
}

/**
 * Makes a snapshot the truth of its case of which retractions, that came before it, left nothing: as if it had come
 * first and been retracted then.
 */
export function buryRetracted(state: CaseState, entry: SnapshotEntry): CaseState {
  return { ...forget(state, entry), retractedUpTo: laterOf(state, entry) };
}

/** Makes a snapshot the truth of its case of which nothing may be kept. Earlier lines keep the outcome they have. */
export function forget(state: CaseState, entry: SnapshotEntry): CaseState {
  const newestSnapshot = { occurredAt: entry.occurredAt, messageId: entry.messageId };
  return { ...state, newestSnapshot, content: null, tasks: withdrawAll(state) };
}

/** Gives the tasks of a case the ratings of the facts that remain. Nothing is withdrawn: some facts still stand. */
export function rerate(state: CaseState, pairs: readonly Pair[]): CaseState {
  const tasks = new Map(state.tasks);
  for (const pair of pairs) {
    const task = tasks.get(pair.subjectId);
    if (task !== undefined && !isWithdrawn(task))
      tasks.set(pair.subjectId, { ...task, rating: pair.rating, touched: true });
  }
  return { ...state, tasks };
}
