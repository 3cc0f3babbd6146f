import { and, eq, inArray, lt } from 'drizzle-orm';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { asId, type EpochMs, type TaskId } from '../../../src/domain/ids.ts';
import { RATING_LEVELS } from '../../../src/domain/rating.ts';
import { TASK_STATES, type TaskState } from '../../../src/domain/task.ts';
import { isReviewing, isSenior } from '../../../src/review/reviewers.ts';
import type { TaskFilter, TaskLine, TaskPage } from '../../contract/tasks.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { isShown, type LineWriter } from './lines.ts';
import { namesOf } from './names.ts';
import { type Onlooker, refusalToShow } from './onlooker.ts';
import { rowOf, walkQueue } from './queue.ts';
import type { TaskReader } from './read-tasks.ts';

/** Rows looked at for one page, as a multiple of its limit: somebody who may see next to nothing gets short pages, not slow ones. */
const MOST_ROWS_PER_LINE = 20;

/** What can be overdue; what waits gets a new term when it comes back. */
const CAN_BE_OVERDUE = TASK_STATES.filter((state) => !['waiting', 'closed', 'withdrawn'].includes(state));

function statesOf({ states, overdue }: TaskFilter): readonly TaskState[] | null {
  if (overdue !== true) return states ?? null;
  return CAN_BE_OVERDUE.filter((state) => states === undefined || states.includes(state));
}

function conditionsOf({ bands, claimedBy, ratings, overdue }: TaskFilter, at: EpochMs) {
  const ranks = ratings?.map((level) => RATING_LEVELS.indexOf(level));
  return and(
    ranks === undefined ? undefined : inArray(tasks.ratingRank, ranks),
    overdue === true ? lt(tasks.dueAt, at) : undefined,
    bands === undefined ? undefined : inArray(tasks.band, [...bands]),
    claimedBy === undefined ? undefined : eq(tasks.claimedBy, claimedBy),
  );
}

/** One page of the queue, in the order in which it is worked. The cursor is the id of the last task looked at. */
export function listTasks(
  engine: Engine,
  reader: TaskReader,
  lines: LineWriter,
  onlooker: Onlooker,
  filter: TaskFilter,
  at: EpochMs,
): TaskPage {
  const asksByRating = filter.ratings !== undefined || filter.overdue === true;
  const mayAsk = asksByRating ? isSenior(onlooker.account) : isReviewing(onlooker.account);
  if (!mayAsk) throw new ScreeningError('ROLE_FORBIDS');
  const { queries } = engine;
  const after = filter.cursor === undefined ? null : rowOf(queries, asId<TaskId>(filter.cursor));
  const found: TaskLine[] = [];
  const pageTo = (next: TaskId | null): TaskPage => {
    return {
      tasks: found,
      next,
      names: namesOf(
        engine,
        found.map(({ claimedBy }) => claimedBy),
      ),
    };
  };
  let looked = 0;
  let last: TaskId | null = null;
  for (const row of walkQueue(queries, statesOf(filter), conditionsOf(filter, at), after)) {
    if (found.length === filter.limit || looked === filter.limit * MOST_ROWS_PER_LINE) {
      return pageTo(last);
    }
    const task = reader.open(row);
    if (isShown(task) && refusalToShow(onlooker, task) === null) {
      const line = lines.line(task, onlooker, at);
      if (filter.claimedBy === undefined || line.claimedBy === filter.claimedBy) found.push(line);
    }
    last = row.taskId;
    looked += 1;
  }
  return pageTo(null);
}
