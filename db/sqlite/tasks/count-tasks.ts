import { count, min } from 'drizzle-orm';
import { asEpochMs } from '../../../src/domain/ids.ts';
import { RATING_LEVELS, type RatingLevel } from '../../../src/domain/rating.ts';
import type { TaskState } from '../../../src/domain/task.ts';
import type { TaskCounts } from '../../contract/tasks.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';

/**
 * Figures only. A withdrawn task has no rating any more, and nobody waits for it. Grouped by the first columns of the
 * queue's index, so that no row of a task is read.
 */
export function countTasks(queries: Queries): TaskCounts {
  const { state, ratingRank, createdAt } = tasks;
  const groups = queries
    .select({ state, ratingRank, tasks: count(), oldest: min(createdAt) })
    .from(tasks)
    .groupBy(state, ratingRank)
    .all();
  const byState: Partial<Record<TaskState, number>> = {};
  const byRating: Partial<Record<RatingLevel, number>> = {};
  let oldest = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const level = RATING_LEVELS[group.ratingRank];
    byState[group.state] = (byState[group.state] ?? 0) + group.tasks;
    if (group.state === 'withdrawn' || level === undefined) continue;
    byRating[level] = (byRating[level] ?? 0) + group.tasks;
    if (group.state !== 'closed') oldest = Math.min(oldest, group.oldest ?? oldest);
  }
  return { byState, byRating, oldestOpenAt: oldest === Number.POSITIVE_INFINITY ? null : asEpochMs(oldest) };
}
