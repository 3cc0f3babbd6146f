import { count, min, ne, notInArray } from 'drizzle-orm';
import type { TaskStore } from '../../contract/tasks.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';

/** Figures only. A withdrawn task has no rating any more, and nobody waits for it. */
export function countTasks(queries: Queries): Awaited<ReturnType<TaskStore['countTasks']>> {
  const states = queries.select({ state: tasks.state, count: count() }).from(tasks).groupBy(tasks.state).all();
  const ratings = queries
    .select({ level: tasks.ratingLevel, count: count() })
    .from(tasks)
    .where(ne(tasks.state, 'withdrawn'))
    .groupBy(tasks.ratingLevel)
    .all();
  const oldest = queries
    .select({ at: min(tasks.createdAt) })
    .from(tasks)
    .where(notInArray(tasks.state, ['closed', 'withdrawn']))
    .get();
  return {
    byState: Object.fromEntries(states.map((one) => [one.state, one.count])),
    byRating: Object.fromEntries(ratings.map((one) => [one.level, one.count])),
    oldestOpenAt: oldest?.at ?? null,
  };
}
