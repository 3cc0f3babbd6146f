import type { CaseWrite, TaskWrite } from '../../db/contract/chunks.ts';
import type { CaseNumber } from '../../src/domain/ids.ts';
import { type CaseState, isWithdrawn, type WorkingTask } from './state.ts';

/** What has to be written of one task; null when nothing. */
export function taskWriteOf(task: WorkingTask): TaskWrite | null {
  const { taskId, read, subjectId, rating, evidenceHash, withdrawn } = task;
  if (taskId === null || read === null) {
    // Made and withdrawn by messages of the same chunk: nobody has seen it, so it never was.
    return withdrawn === null ? { kind: 'create', subjectId, rating, evidenceHash } : null;
  }
  if (!task.touched) return null;
  if (withdrawn !== null) return { kind: 'withdraw', taskId, expectedVersion: read.version, reason: withdrawn };
  const { reopen, askIdentityAgain } = task;
  return { kind: 'update', taskId, expectedVersion: read.version, rating, evidenceHash, reopen, askIdentityAgain };
}

/** What has to be written for a case; null for a case that nobody has a task in, which leaves nothing (promise P4). */
export function caseWriteOf(caseNumber: CaseNumber, state: CaseState): CaseWrite | null {
  const tasks = [...state.tasks.values()].map(taskWriteOf).filter((write) => write !== null);
  if (tasks.length === 0 && state.retractedUpTo === null) return null;
  const needed = [...state.tasks.values()].some((task) => !isWithdrawn(task));
  const order = state.newestSnapshot;
  const content = needed && state.content !== null && order !== null ? { order, ...state.content } : null;
  return { caseNumber, content, hits: state.hits, tasks, retractedUpTo: state.retractedUpTo };
}
