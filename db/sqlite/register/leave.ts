import { and, eq } from 'drizzle-orm';
import type { EpochMs, InquiryId, RegisterVersion, SubjectId } from '../../../src/domain/ids.ts';
import type { WithdrawalReason } from '../../../src/domain/task.ts';
import type { EndedInquiry } from '../../contract/inquiries.ts';
import { subjects } from '../../schema/subjects.ts';
import { forgetVersions } from '../cases/erase.ts';
import { withdrawTasksOf } from '../cases/withdraw.ts';
import type { Engine } from '../engine.ts';

/**
 * A subject leaves: out of matching and out of the queue, and forgotten but for what a closed task or a rival's task
 * rests on. The row stays, so that the same person coming back is the same subject.
 *
 * @returns how many tasks were withdrawn
 */
export function leave(
  engine: Engine,
  subjectId: SubjectId,
  version: RegisterVersion,
  reason: WithdrawalReason,
  at: EpochMs,
): number {
  const { queries } = engine;
  queries
    .update(subjects)
    .set({ present: false, leftAt: at, registerVersion: version, contentHash: '' })
    .where(eq(subjects.subjectId, subjectId))
    .run();
  const withdrawn = withdrawTasksOf(engine, subjectId, reason, at);
  forgetVersions(queries, subjectId);
  engine.erasures.record('subject', subjectId, at);
  return withdrawn;
}

/** Everybody whom only this inquiry had let in leaves; what stands in the file of a decision stays with its term. */
export function leaveWithInquiry(
  engine: Engine,
  inquiryId: InquiryId,
  version: RegisterVersion,
  at: EpochMs,
): EndedInquiry {
  const letIn = engine.queries
    .select({ subjectId: subjects.subjectId })
    .from(subjects)
    .where(and(eq(subjects.inquiryId, inquiryId), eq(subjects.present, true)))
    .all();
  const withdrawn = letIn.map(({ subjectId }) => leave(engine, subjectId, version, 'subject_left', at));
  return { left: letIn.length, withdrawnTasks: withdrawn.reduce((sum, tasks) => sum + tasks, 0) };
}
