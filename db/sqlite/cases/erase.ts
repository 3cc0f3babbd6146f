import { and, eq, inArray, isNotNull, isNull, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import { asId, type CaseId, type EpochMs, type SubjectId } from '../../../src/domain/ids.ts';
import { RATING_LEVELS } from '../../../src/domain/rating.ts';
import { cases, hits } from '../../schema/cases.ts';
import { holds } from '../../schema/retention.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { dispositions, tasks } from '../../schema/tasks.ts';
import type { Engine, Queries } from '../engine.ts';
import { ERASED_RATING, sealCaseNumber } from './content.ts';

/**
 * Removes the versions of a subject that nothing rests on any more: no hit was made on them, and they are not what the
 * register says now of somebody present.
 */
export function forgetVersions(queries: Queries, subjectId: SubjectId): void {
  const hitOn = queries.select({ version: hits.subjectVersion }).from(hits).where(eq(hits.subjectId, subjectId));
  const inForce = queries
    .select({ version: subjects.version })
    .from(subjects)
    .where(and(eq(subjects.subjectId, subjectId), eq(subjects.present, true)));
  queries
    .delete(subjectVersions)
    .where(
      and(
        eq(subjectVersions.subjectId, subjectId),
        notInArray(subjectVersions.version, hitOn),
        notInArray(subjectVersions.version, inForce),
      ),
    )
    .run();
}

/** Removes hits of a case, and with them what was kept of their subjects for no other reason. */
export function removeHits(queries: Queries, caseId: CaseId, subjectIds: readonly SubjectId[]): void {
  if (subjectIds.length === 0) return;
  queries
    .delete(hits)
    .where(and(eq(hits.caseId, caseId), inArray(hits.subjectId, [...subjectIds])))
    .run();
  for (const subjectId of subjectIds) forgetVersions(queries, subjectId);
}

export function subjectsHit(queries: Queries, caseId: CaseId): readonly SubjectId[] {
  const rows = queries.select({ subjectId: hits.subjectId }).from(hits).where(eq(hits.caseId, caseId)).all();
  return rows.map(({ subjectId }) => subjectId);
}

/** Whether some task still stands on the content of a case; closed ones do, withdrawn ones do not. */
export function isNeeded(queries: Queries, caseId: CaseId): boolean {
  const standing = queries
    .select({ taskId: tasks.taskId })
    .from(tasks)
    .where(and(eq(tasks.caseId, caseId), ne(tasks.state, 'withdrawn')))
    .limit(1)
    .get();
  return standing !== undefined;
}

/** Whether a recorded legal order keeps the content of a case, although nobody works on it any more. */
export function isHeld(queries: Queries, caseId: CaseId): boolean {
  const held = queries
    .select({ holdId: holds.holdId })
    .from(holds)
    .innerJoin(tasks, eq(tasks.taskId, holds.taskId))
    .where(and(eq(tasks.caseId, caseId), isNull(holds.releasedAt)))
    .limit(1)
    .get();
  return held !== undefined;
}

/**
 * Makes empty shells of withdrawn tasks: that there was one, about whom and who decided what, but neither the rating
 * nor a motivation, which could repeat the offence.
 */
export function emptyTasks(queries: Queries, which: SQL): void {
  const shells = queries.select({ taskId: tasks.taskId }).from(tasks).where(which);
  const ratingRank = RATING_LEVELS.indexOf(ERASED_RATING.level);
  queries
    .update(dispositions)
    .set({ reason: null, proposedRating: null, overriddenRating: null, ruleId: null })
    .where(inArray(dispositions.taskId, shells))
    .run();
  queries
    .update(tasks)
    .set({ rating: null, ratingLevel: ERASED_RATING.level, ratingRank, ruleId: null, dueAt: null })
    .where(which)
    .run();
}

/** Erases what a case says and whom it hit. Its tasks, all withdrawn, stay as empty shells. */
export function eraseCase({ queries, erasures }: Engine, caseId: CaseId, at: EpochMs): void {
  const { changes } = queries
    .update(cases)
    .set({ content: null, occurredAt: null, messageId: null, erasedAt: at })
    .where(and(eq(cases.caseId, caseId), isNotNull(cases.content)))
    .run();
  if (changes === 0) return;
  removeHits(queries, caseId, subjectsHit(queries, caseId));
  emptyTasks(queries, eq(tasks.caseId, caseId));
  erasures.record('case', caseId, at);
}

/** Takes the parketnummer away from an erased case. Its keyed hash stays for as long as the ledger has lines with it. */
export function forgetCaseNumber({ queries, keyring }: Engine, caseId: CaseId): void {
  const caseNumber = sealCaseNumber(keyring, caseId, asId(''));
  queries.update(cases).set({ caseNumber }).where(eq(cases.caseId, caseId)).run();
}

/** What reviewers or the register were told of this case has changed: whoever read it before must read it again. */
export function raiseCaseVersion(queries: Queries, caseId: CaseId): void {
  queries
    .update(cases)
    .set({ version: sql`${cases.version} + 1` })
    .where(eq(cases.caseId, caseId))
    .run();
  // The facts of a confirmed case count when other cases of the same subject are rated.
  const confirmed = queries
    .select({ subjectId: tasks.subjectId })
    .from(tasks)
    .innerJoin(dispositions, eq(dispositions.taskId, tasks.taskId))
    .where(and(eq(tasks.caseId, caseId), eq(dispositions.verdict, 'same_person')));
  queries
    .update(subjects)
    .set({ dispositionVersion: sql`${subjects.dispositionVersion} + 1` })
    .where(inArray(subjects.subjectId, confirmed))
    .run();
}
