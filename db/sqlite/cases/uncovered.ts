import { and, eq, isNull, lt } from 'drizzle-orm';
import { type AccountId, asId, type EpochMs, type SubjectId } from '../../../src/domain/ids.ts';
import type { RegisterRow, SubjectKind } from '../../../src/domain/subject.ts';
import type { WithdrawalReason } from '../../../src/domain/task.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import { inquiries } from '../../schema/inquiries.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { type LawToday, lawToday } from '../administration/law-today.ts';
import type { Engine } from '../engine.ts';
import { raiseRegisterVersion } from '../installation.ts';
import { openJson } from '../payload.ts';
import { leaveWithInquiry } from '../register/leave.ts';
import { rowPlace } from '../register/subject-rows.ts';
import { withdrawTasksOf } from './withdraw.ts';

/** Nobody: only of a partner inside an inquiry the law asks who looks. */
const ANY_VIEWER = asId<AccountId>('');

/** Why the law no longer lets a subject be shown; null when it does. Somebody still to join may stay. */
function reasonToWithdraw({ gate, ask }: LawToday, subject: RegisterRow): WithdrawalReason | null {
  const asked = ask(subject);
  const viewer = asked.inquiry?.investigator ?? ANY_VIEWER;
  const verdict = gate({ ...asked, permission: 'show', viewer, fact: null });
  if (verdict.kind === 'allowed' || verdict.condition === 'NOT_YET_IN_SERVICE') return null;
  return verdict.condition === 'LEFT_SERVICE' ? 'subject_left' : 'basis_ended';
}

function mark({ queries }: Engine, subjectId: SubjectId, uncoveredSince: EpochMs | null): void {
  queries.update(subjects).set({ uncoveredSince }).where(eq(subjects.subjectId, subjectId)).run();
}

/**
 * Withdraws the tasks about everybody present whom the law does not let be shown any more, of one kind or of all, and
 * marks them for the retention run; takes the mark from those whom it covers again.
 *
 * @returns how many tasks were withdrawn
 */
export function withdrawUncovered(engine: Engine, at: EpochMs, kind?: SubjectKind): number {
  const { queries, keyring } = engine;
  const law = lawToday(engine, at);
  const { subjectId, version, uncoveredSince } = subjects;
  const present = queries
    .select({ subjectId, version, uncoveredSince, row: subjectVersions.row })
    .from(subjects)
    .innerJoin(subjectVersions, and(eq(subjectVersions.subjectId, subjectId), eq(subjectVersions.version, version)))
    .where(and(eq(subjects.present, true), kind === undefined ? undefined : eq(subjects.kind, kind)))
    .all();
  let withdrawn = 0;
  for (const subject of present) {
    const row = openJson<RegisterRow>(keyring, rowPlace(subject.subjectId, subject.version), subject.row);
    const reason = reasonToWithdraw(law, row);
    if (reason !== null) withdrawn += withdrawTasksOf(engine, subject.subjectId, reason, at);
    if ((reason === null) !== (subject.uncoveredSince === null)) {
      mark(engine, subject.subjectId, reason === null ? null : at);
    }
  }
  return withdrawn;
}

/** Whom inquiries let in whose last day has passed leave, as if those had been closed. @returns withdrawn tasks */
export function leaveWithEndedInquiries(engine: Engine, at: EpochMs): number {
  const { queries } = engine;
  const over = queries
    .selectDistinct({ inquiryId: inquiries.inquiryId })
    .from(inquiries)
    .innerJoin(subjects, and(eq(subjects.inquiryId, inquiries.inquiryId), eq(subjects.present, true)))
    .where(and(isNull(inquiries.closedAt), lt(inquiries.endsOn, dutchDay(at))))
    .all();
  if (over.length === 0) return 0;
  const version = raiseRegisterVersion(queries);
  const left = over.map(({ inquiryId }) => leaveWithInquiry(engine, inquiryId, version, at));
  return left.reduce((sum, { withdrawnTasks }) => sum + withdrawnTasks, 0);
}
