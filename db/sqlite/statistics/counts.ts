import { sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { asEpochMs, type EpochMs } from '../../../src/domain/ids.ts';
import { RATING_LEVELS, type RatingLevel } from '../../../src/domain/rating.ts';
import type { DayInTime } from '../../../src/review/statistics.ts';
import type { TaskFigure } from '../../contract/statistics.ts';

export const HOUR_MS = 3_600_000;

/** The whole hours of a duration or moment in milliseconds: a number of groups that the period bounds, not the tasks. */
export function hoursOf(ms: SQLiteColumn, since?: SQLiteColumn) {
  return since === undefined ? sql<number>`${ms} / ${HOUR_MS}` : sql<number>`(${ms} - ${since}) / ${HOUR_MS}`;
}

/** The day of an hour since 1970. Days in the Netherlands begin on a whole hour. Null when it is none of them. */
export function dayAt(days: readonly DayInTime[], hour: number): DayInTime | null {
  const at: EpochMs = asEpochMs(hour * HOUR_MS);
  return days.find(({ from, until }) => from <= at && at < until) ?? null;
}

/** Tasks of one rating that are counted together. */
export interface RatedGroup {
  /** Place of the level in `RATING_LEVELS`; null when the task was withdrawn and stands for no rating. */
  readonly ratingRank: number | null;
  readonly tasks: number;
}

function ofLevel(groups: readonly RatedGroup[], level: RatingLevel): number {
  const ofIt = groups.filter(({ ratingRank }) => ratingRank !== null && RATING_LEVELS[ratingRank] === level);
  return ofIt.reduce((sum, { tasks }) => sum + tasks, 0);
}

/** @param rated whether the ratings may be seen */
export function figureOf(groups: readonly RatedGroup[], rated: boolean): TaskFigure {
  const all = groups.reduce((sum, { tasks }) => sum + tasks, 0);
  if (!rated) return { all, byRating: null };
  const levels = RATING_LEVELS.map((level) => [level, ofLevel(groups, level)] as const);
  return { all, byRating: Object.fromEntries(levels) as Record<RatingLevel, number> };
}
