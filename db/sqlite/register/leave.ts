import { and, eq } from 'drizzle-orm';
import type { EpochMs, InquiryId, RegisterVersion, SubjectId } from '../../../src/domain/ids.ts';
import type { EndedInquiry } from '../../contract/inquiries.ts';
import { subjects } from '../../schema/subjects.ts';
import { forgetVersions } from '../cases/erase.ts';
import { withdrawTasksOf } from '../cases/withdraw.ts';
import type { Queries } from '../engine.ts';

/**
 * A subject leaves: out of matching and out of the queue, and forgotten but for what a closed task or a rival's task
 * rests on. The row stays, so that the same person coming back is the same subject.
 *
 * @returns how many tasks were withdrawn
 */
export function leave(queries: Queries, subjectId: SubjectId, version: RegisterVersion, at: EpochMs): number {
  queries
    .update(subjects)
    .set({ present: false, leftAt: at, registerVersion: version, contentHash: '' })
    .where(eq(subjects.subjectId, subjectId))
    .run();
  const withdrawn = withdrawTasksOf(queries, subjectId, 'subject_left');
  forgetVersions(queries, subjectId);
  return withdrawn;
}

/** Everybody whom only this inquiry had let in leaves; what stands in the file of a decision stays with its term. */
export function leaveWithInquiry(
  queries: Queries,
  inquiryId: InquiryId,
  version: RegisterVersion,
  at: EpochMs,
): EndedInquiry {
  const letIn = queries
    .select({ subjectId: subjects.subjectId })
    .from(subjects)
    .where(and(eq(subjects.inquiryId, inquiryId), eq(subjects.present, true)))
    .all();
  const withdrawn = letIn.map(({ subjectId }) => leave(queries, subjectId, version, at));
  return { left: letIn.length, withdrawnTasks: withdrawn.reduce((sum, tasks) => sum + tasks, 0) };
}
