import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { dueAt } from '../../../src/review/due-dates.ts';
import type { OutdatedRating, RatingStore, RenewedRating } from '../../contract/ratings.ts';
import { cases } from '../../schema/cases.ts';
import { subjects } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import { openRating, ratingColumns } from '../cases/content.ts';
import type { Engine } from '../engine.ts';
import { look, transact } from '../transact.ts';
import { ratedOn, ratedOnNow } from './rated-on.ts';
import { LIVE, ratedTask } from './rated-task.ts';

function listOutdated(engine: Engine, policyVersion: string, limit: number): readonly OutdatedRating[] {
  const now = ratedOnNow(policyVersion);
  const rows = engine.queries
    .select({ taskId: tasks.taskId, subjectId: tasks.subjectId, caseId: cases.caseId, content: cases.content, now })
    .from(tasks)
    .innerJoin(subjects, eq(subjects.subjectId, tasks.subjectId))
    .innerJoin(cases, eq(cases.caseId, tasks.caseId))
    .where(and(LIVE, ne(tasks.ratedOn, now), eq(subjects.present, true), isNotNull(cases.content)))
    .limit(limit)
    .all();
  return rows.flatMap(({ now: stand, ...row }): OutdatedRating[] => {
    const task = ratedTask(engine, row);
    return task === null ? [] : [{ ...task, ratedOn: stand }];
  });
}

function isSame(a: RenewedRating['rating'], b: RenewedRating['rating']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @returns whether the rating is another one */
function renew(engine: Engine, { taskId, ratedOn: expected, rating }: RenewedRating, at: EpochMs): boolean {
  const { queries, keyring } = engine;
  const before = queries
    .select()
    .from(tasks)
    .where(and(eq(tasks.taskId, taskId), LIVE))
    .get();
  if (before === undefined || ratedOn(queries, before.subjectId, rating.policyVersion) !== expected) return false;
  const same = isSame(openRating(keyring, taskId, before.rating), rating);
  const newTerm = before.state === 'open' && rating.level !== before.ratingLevel;
  queries
    .update(tasks)
    .set({
      ratedOn: expected,
      ...(!same && { version: before.version + 1, ...ratingColumns(keyring, taskId, rating) }),
      ...(newTerm && { dueAt: dueAt(rating.level, at) }),
    })
    .where(eq(tasks.taskId, taskId))
    .run();
  return !same;
}

export function ratingStore(engine: Engine): RatingStore {
  return {
    listOutdatedRatings: (access, policyVersion, limit) =>
      look(engine, access, 'list_outdated_ratings', () => listOutdated(engine, policyVersion, limit)),
    renewRatings: (access, renewed, at) =>
      transact(engine, access, 'renew_ratings', (tx) => {
        const changed = renewed.filter((one) => renew(engine, one, at)).length;
        const [first] = renewed;
        tx.note({ renewed: renewed.length, changed, ...(first && { policyVersion: first.rating.policyVersion }) });
        return changed;
      }),
  };
}
