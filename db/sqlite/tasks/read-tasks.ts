import { and, eq, sql } from 'drizzle-orm';
import { parseCalendarDate } from '../../../src/domain/calendar-date.ts';
import type { Hit } from '../../../src/domain/hit.ts';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { RegisterRow, Subject } from '../../../src/domain/subject.ts';
import { isSampled } from '../../../src/review/four-eyes.ts';
import type { ReviewTask, TaskLife } from '../../../src/review/review-task.ts';
import { hits } from '../../schema/cases.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import { openHit } from '../cases/content.ts';
import type { Engine } from '../engine.ts';
import { openJson } from '../payload.ts';
import { rowPlace } from '../register/subject-rows.ts';
import { dispositionReader } from './dispositions.ts';

export type TaskRow = typeof tasks.$inferSelect;

/** Somebody whom the case of a task hit. */
export interface PersonHit {
  readonly hit: Hit;
  /** The version that the hit was made on. */
  readonly subject: Subject;
  /** What the register said last: conflicts and scope are asked of this, not of what once was. */
  readonly newest: RegisterRow;
}

/** A task with everything that the rules look at, opened. */
export interface StoredTask {
  readonly row: TaskRow;
  readonly review: ReviewTask;
  /** Null in an empty shell, whose case was erased. */
  readonly subject: PersonHit | null;
  readonly rivals: readonly PersonHit[];
}

function hitReader({ queries, keyring }: Engine) {
  const rows = queries
    .select({
      ...{ subjectId: hits.subjectId, evidence: hits.evidence, version: hits.subjectVersion },
      ...{ row: subjectVersions.row, registerVersion: subjectVersions.registerVersion, newest: subjects.version },
    })
    .from(hits)
    .innerJoin(
      subjectVersions,
      and(eq(subjectVersions.subjectId, hits.subjectId), eq(subjectVersions.version, hits.subjectVersion)),
    )
    .innerJoin(subjects, eq(subjects.subjectId, hits.subjectId))
    .where(eq(hits.caseId, sql.placeholder('caseId')))
    .prepare();
  const version = queries
    .select({ row: subjectVersions.row })
    .from(subjectVersions)
    .where(
      and(
        eq(subjectVersions.subjectId, sql.placeholder('subjectId')),
        eq(subjectVersions.version, sql.placeholder('version')),
      ),
    )
    .prepare();

  return (caseId: TaskRow['caseId']): readonly PersonHit[] =>
    rows.all({ caseId }).map((found) => {
      const { subjectId, registerVersion } = found;
      const row = openJson<RegisterRow>(keyring, rowPlace(subjectId, found.version), found.row);
      // Of somebody who left, only the versions are kept that hits were made on.
      const later = found.newest === found.version ? undefined : version.get({ subjectId, version: found.newest });
      const newest = later && openJson<RegisterRow>(keyring, rowPlace(subjectId, found.newest), later.row);
      return {
        hit: openHit(keyring, caseId, subjectId, found.evidence),
        subject: { ...row, subjectId, version: found.version, registerVersion },
        newest: newest ?? row,
      };
    });
}

/** Reads tasks whole; the statements are prepared once, because a page of the queue runs them for every line. */
export function taskReader(engine: Engine) {
  const { queries, keyring } = engine;
  const hitsOf = hitReader(engine);
  const dispositionsOf = dispositionReader(engine);
  const byId = queries
    .select()
    .from(tasks)
    .where(eq(tasks.taskId, sql.placeholder('taskId')))
    .prepare();

  const open = (row: TaskRow): StoredTask => {
    const { taskId, version, band, ratingLevel } = row;
    const people = hitsOf(row.caseId);
    const subject = people.find(({ hit }) => hit.subjectId === row.subjectId) ?? null;
    const review: ReviewTask = {
      ...lifeOf(row, dispositionsOf(taskId)),
      ...{ version, band, rating: ratingLevel },
      bsnState: subject?.hit.bsnState ?? 'absent',
      sampled: isSampled(keyring.hash('sample', taskId)),
      people: people.map(({ newest }) => ({
        personnelNumber: newest.personnelNumber,
        unit: newest.unit,
        partnerOf: newest.partnerLink?.partnerOf ?? null,
      })),
    };
    return { row, review, subject, rivals: people.filter((person) => person !== subject) };
  };

  return {
    open,
    find(taskId: TaskId): StoredTask | null {
      const row = byId.get({ taskId });
      return row === undefined ? null : open(row);
    },
  };
}

export type TaskReader = ReturnType<typeof taskReader>;

/** What time and entries look at in a task. */
export function lifeOf(row: TaskRow, dispositions: TaskLife['dispositions']): TaskLife {
  const { state, evidenceHash, claimedBy, claimedAt, waitingUntil, secondLook, secondLookBlind } = row;
  return {
    ...{ state, evidenceHash, dispositions },
    claim: claimedBy === null || claimedAt === null ? null : { by: claimedBy, at: claimedAt },
    waitUntil: waitingUntil === null ? null : parseCalendarDate(waitingUntil),
    secondLook: secondLook === null ? null : { why: secondLook, blind: secondLookBlind },
  };
}
