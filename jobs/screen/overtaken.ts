import type { ChunkLine, LineResult } from '../../db/contract/chunks.ts';
import { compareOrder } from '../../src/domain/entry.ts';
import type { CaseState } from '../case-life/state.ts';

/** Whether every task of the case was made and withdrawn by messages of the same chunk, so that none is ever written. */
function neverHadTask({ tasks }: CaseState): boolean {
  return [...tasks.values()].every(({ taskId, withdrawn }) => taskId === null && withdrawn !== null);
}

/**
 * The end of a line when its whole chunk is known. What is `tasked` must be attached to a task; of a task that a later
 * message of the same chunk withdrew nothing is written. Then that message says how the case ended, and those before it
 * are older than what the case has. What a retraction has taken away becomes `withdrawn` with the write.
 */
export function endInChunk(result: LineResult, { entry }: ChunkLine, state: CaseState): LineResult {
  if (result.outcome !== 'tasked' || !neverHadTask(state)) return result;
  const { newestSnapshot, retractedUpTo, content } = state;
  if (retractedUpTo !== null && compareOrder(entry, retractedUpTo) < 0) return result;
  if (newestSnapshot !== null && compareOrder(entry, newestSnapshot) < 0) {
    return { ...result, outcome: 'superseded', reason: 'older' };
  }
  return { ...result, outcome: 'cleared', reason: content === null ? 'not_relevant' : 'no_hit' };
}
