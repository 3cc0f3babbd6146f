import type { EpochMs, TaskId } from '../domain/ids.ts';
import { compareRating, type RatingLevel } from '../domain/rating.ts';

/** All that the order of the queue may look at: never a trait of the person. */
export interface Ranked {
  readonly rating: RatingLevel;
  readonly createdAt: EpochMs;
  readonly taskId: TaskId;
}

/** Order of the queue: rating, then time waiting; the random task id makes it total. Negative when `a` comes first. */
export function compareRank(a: Ranked, b: Ranked): number {
  const byRating = compareRating(a.rating, b.rating);
  if (byRating !== 0) return byRating;
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  if (a.taskId === b.taskId) return 0;
  return a.taskId < b.taskId ? -1 : 1;
}
