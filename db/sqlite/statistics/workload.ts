import { and, count, gte, lt, ne, sql } from 'drizzle-orm';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { AGE_CLASSES, type AgeClass, ageClassOf, type DayInTime } from '../../../src/review/statistics.ts';
import type { AgeFigure, DayFigure, TaskFigure } from '../../contract/statistics.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';
import { dayAt, figureOf, HOUR_MS, hoursOf, type RatedGroup } from './counts.ts';

/** In words of the partial indexes: with values instead of parameters, or SQLite does not see that they fit. */
const OPEN = sql`${tasks.state} not in ('closed', 'withdrawn')`;
const CLOSED = sql`${tasks.state} = 'closed'`;

/** Tasks made on each day. */
export function inflow(queries: Queries, days: readonly DayInTime[], since: EpochMs, rated: boolean): DayFigure[] {
  const hour = hoursOf(tasks.createdAt);
  const { state, ratingRank } = tasks;
  const groups = queries
    .select({ hour, state, ratingRank, tasks: count() })
    .from(tasks)
    .where(gte(tasks.createdAt, since))
    .groupBy(hour, state, ratingRank)
    .all()
    .map((group) => ({
      day: dayAt(days, group.hour),
      ratingRank: group.state === 'withdrawn' ? null : group.ratingRank,
      tasks: group.tasks,
    }));
  return days.map((day) => ({
    day: day.day,
    ...figureOf(
      groups.filter((group) => group.day === day),
      rated,
    ),
  }));
}

interface AgedGroup extends RatedGroup {
  readonly hours: number;
}

function byAge(groups: readonly AgedGroup[], rated: boolean): AgeFigure[] {
  const inClass = (age: AgeClass) => groups.filter(({ hours }) => ageClassOf(hours) === age);
  return AGE_CLASSES.map((age) => ({ age, ...figureOf(inClass(age), rated) }));
}

/** What is neither closed nor withdrawn, by how long ago it was made. */
export function backlog(queries: Queries, at: EpochMs, rated: boolean): AgeFigure[] {
  const hour = hoursOf(tasks.createdAt);
  const groups = queries
    .select({ hour, ratingRank: tasks.ratingRank, tasks: count() })
    .from(tasks)
    .where(OPEN)
    .groupBy(hour, tasks.ratingRank)
    .all();
  const now = Math.floor(at / HOUR_MS);
  return byAge(
    groups.map((group) => ({ ...group, hours: now - group.hour })),
    rated,
  );
}

export function overdue(queries: Queries, at: EpochMs): TaskFigure {
  const groups = queries
    .select({ ratingRank: tasks.ratingRank, tasks: count() })
    .from(tasks)
    // What waits gets a new term when it comes back.
    .where(and(OPEN, ne(tasks.state, 'waiting'), lt(tasks.dueAt, at)))
    .groupBy(tasks.ratingRank)
    .all();
  return figureOf(groups, true);
}

/** The least number of hours that half of the tasks did not exceed. */
function median(groups: readonly AgedGroup[]): number | null {
  const half = groups.reduce((sum, { tasks: some }) => sum + some, 0) / 2;
  let passed = 0;
  for (const { hours, tasks: some } of groups.toSorted((a, b) => a.hours - b.hours)) {
    passed += some;
    if (passed >= half) return hours;
  }
  return null;
}

export function closed(
  queries: Queries,
  since: EpochMs,
  rated: boolean,
): { readonly closed: AgeFigure[]; readonly medianHoursToClose: number | null } {
  const hours = hoursOf(tasks.closedAt, tasks.createdAt);
  const groups = queries
    .select({ hours, ratingRank: tasks.ratingRank, tasks: count() })
    .from(tasks)
    .where(and(CLOSED, gte(tasks.closedAt, since)))
    .groupBy(hours, tasks.ratingRank)
    .all();
  return { closed: byAge(groups, rated), medianHoursToClose: median(groups) };
}
