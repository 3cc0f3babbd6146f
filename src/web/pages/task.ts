import { asId, type TaskId } from '../../domain/ids.ts';
import { NO_DRAFT } from '../task/draft.ts';
import { noTaskPage, taskPage } from '../task/page.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

/** One task: question A, and question B once A is answered for this account. */
export async function showTask(visit: AccountVisit): Promise<Answer> {
  const { store, now } = visit;
  const view = await store.viewTask(accessOf(visit, 'review_task'), asId<TaskId>(visit.param('taskId')), now);
  if ('refusal' in view) return noTaskPage(visit, view.refusal, NO_DRAFT);
  return taskPage(visit, view, { draft: NO_DRAFT, problem: null });
}
