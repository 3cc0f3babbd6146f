import { and, asc, eq, exists, isNotNull, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { EpochMs, SubjectId } from '../../../src/domain/ids.ts';
import type { RetentionKind } from '../../../src/domain/retention.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import { hits } from '../../schema/cases.ts';
import { holds } from '../../schema/retention.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { dispositions, tasks } from '../../schema/tasks.ts';
import { type LawToday, lawToday } from '../administration/law-today.ts';
import { forgetVersions, raiseCaseVersion, removeHits } from '../cases/erase.ts';
import type { Engine, Queries } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { leave } from '../register/leave.ts';
import { presentSubject } from '../register/subject-rows.ts';
import type { Finder, Found } from './found.ts';
import { eraseTask, isTaskHeld } from './tasks.ts';

type EndOfScope = Extract<RetentionKind, 'subject_left' | 'basis_ended' | 'partner_data'>;

function hasHeldTask(queries: Queries, subjectId: SubjectId): boolean {
  const held = queries
    .select({ holdId: holds.holdId })
    .from(holds)
    .innerJoin(tasks, eq(tasks.taskId, holds.taskId))
    .where(and(eq(tasks.subjectId, subjectId), isNull(holds.releasedAt)))
    .limit(1)
    .get();
  return held !== undefined;
}

/** Why somebody whom nothing covers must go; null when the law of today covers them after all. */
function endOfScope({ gate, ask }: LawToday, subject: RegisterRow): EndOfScope | null {
  const verdict = gate({ ...ask(subject), permission: 'load' });
  if (verdict.kind === 'allowed') return null;
  if (subject.kind === 'partner') return 'partner_data';
  return verdict.condition === 'LEFT_SERVICE' ? 'subject_left' : 'basis_ended';
}

/** Subjects whom the register holds and the law does not let it hold; whoever follows the law has marked them. */
function outOfScope(why: EndOfScope): Finder {
  return function* find(engine, at): Generator<Found> {
    const { queries } = engine;
    const law = lawToday(engine, at);
    const marked = queries
      .select({ subjectId: subjects.subjectId, since: subjects.uncoveredSince })
      .from(subjects)
      .where(and(eq(subjects.present, true), isNotNull(subjects.uncoveredSince)))
      .orderBy(asc(subjects.uncoveredSince))
      .all();
    const reason = why === 'subject_left' ? 'subject_left' : 'basis_ended';
    for (const { subjectId, since } of marked) {
      const subject = presentSubject(engine, subjectId);
      if (subject === null || endOfScope(law, subject.row) !== why) continue;
      const startedAt = since ?? at;
      const held = hasHeldTask(queries, subjectId);
      // The files of decisions about them stay, for their own term.
      const erase = () => leave(engine, subjectId, raiseRegisterVersion(queries), reason, at);
      yield { startedAt, firstStoredAt: startedAt, held, erase };
    }
  };
}

/** Closed tasks about partners who left with their inquiry, but for those that became part of the file of its subject. */
function* tasksOutsideTheFile(engine: Engine, at: EpochMs): Generator<Found> {
  const proposed = engine.queries
    .select({ one: sql`1` })
    .from(dispositions)
    .where(
      and(
        eq(dispositions.taskId, tasks.taskId),
        eq(dispositions.verdict, 'propose_investigation'),
        isNull(dispositions.retiredAt),
      ),
    );
  const rows = engine.queries
    .select({ taskId: tasks.taskId, caseId: tasks.caseId, subjectId: tasks.subjectId, createdAt: tasks.createdAt })
    .from(tasks)
    .innerJoin(subjects, eq(subjects.subjectId, tasks.subjectId))
    .where(
      and(eq(subjects.kind, 'partner'), eq(subjects.present, false), ne(tasks.state, 'withdrawn'), notExists(proposed)),
    )
    .all();
  for (const task of rows) {
    const held = isTaskHeld(engine.queries, task.taskId);
    const erase = () => eraseTask(engine, task, at);
    yield { startedAt: at, firstStoredAt: task.createdAt, held, erase };
  }
}

/** Where somebody who left was hit beside the subject of a task, or has a withdrawn task that was held. */
function* hitsOfThoseWhoLeft({ queries }: Engine, at: EpochMs): Generator<Found> {
  const own = queries
    .select({ one: sql`1` })
    .from(tasks)
    .where(and(eq(tasks.caseId, hits.caseId), eq(tasks.subjectId, hits.subjectId), ne(tasks.state, 'withdrawn')));
  const heldTask = queries
    .select({ one: sql`1` })
    .from(tasks)
    .innerJoin(holds, and(eq(holds.taskId, tasks.taskId), isNull(holds.releasedAt)))
    .where(and(eq(tasks.caseId, hits.caseId), eq(tasks.subjectId, hits.subjectId)));
  const rows = queries
    .select({ caseId: hits.caseId, subjectId: hits.subjectId, held: sql<number>`${exists(heldTask)}` })
    .from(hits)
    .innerJoin(subjects, and(eq(subjects.subjectId, hits.subjectId), eq(subjects.present, false)))
    .where(notExists(own))
    .all();
  for (const { caseId, subjectId, held } of rows) {
    yield {
      ...{ startedAt: at, firstStoredAt: at, held: held === 1 },
      erase: () => {
        removeHits(queries, caseId, [subjectId]);
        raiseCaseVersion(queries, caseId);
      },
    };
  }
}

/** Versions of somebody who left that no hit was made on. Leaving removes them; this finds what a fault left. */
function* versionsOfThoseWhoLeft({ queries }: Engine, at: EpochMs): Generator<Found> {
  const hit = queries
    .select({ one: sql`1` })
    .from(hits)
    .where(and(eq(hits.subjectId, subjectVersions.subjectId), eq(hits.subjectVersion, subjectVersions.version)));
  const rows = queries
    .selectDistinct({ subjectId: subjects.subjectId })
    .from(subjects)
    .innerJoin(subjectVersions, eq(subjectVersions.subjectId, subjects.subjectId))
    .where(and(eq(subjects.present, false), notExists(hit)))
    .all();
  for (const { subjectId } of rows) {
    yield { startedAt: at, firstStoredAt: at, held: false, erase: () => forgetVersions(queries, subjectId) };
  }
}

export const subjectsLeft: Finder = function* find(engine, at) {
  yield* outOfScope('subject_left')(engine, at);
  yield* hitsOfThoseWhoLeft(engine, at);
  yield* versionsOfThoseWhoLeft(engine, at);
};

export const withoutBasis = outOfScope('basis_ended');
export const partners: Finder = function* find(engine, at) {
  yield* outOfScope('partner_data')(engine, at);
  yield* tasksOutsideTheFile(engine, at);
};
