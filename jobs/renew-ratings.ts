import type { Store } from '../db/store.ts';
import type { Access } from '../src/domain/access.ts';
import type { Relevance } from '../src/relevance/relevance.ts';
import { calendarDay } from '../src/runtime/calendar-day.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { ratingInput } from './rating-input.ts';

const RENEWING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Tasks rated in one transaction; others get their turn between two. */
const BATCH_TASKS = 100;

/**
 * Rates anew what was rated before a case of the same subject was confirmed, the subject changed, or another policy
 * came into force. Found in the database rather than told by a message: whoever decides need not know of ratings, and
 * nothing is lost when a worker dies.
 *
 * @returns how many tasks got another rating
 */
export async function renewRatings(store: Store, relevance: Relevance, clock: Clock): Promise<number> {
  let changed = 0;
  for (;;) {
    const outdated = await store.listOutdatedRatings(RENEWING, relevance.policyVersion, BATCH_TASKS);
    if (outdated.length === 0) return changed;
    const today = calendarDay(clock.now());
    const renewed = outdated.map((task) => ({
      ...{ taskId: task.taskId, ratedOn: task.ratedOn },
      rating: relevance.rate(ratingInput(task, relevance, today)),
    }));
    changed += await store.renewRatings(RENEWING, renewed, clock.now());
  }
}
