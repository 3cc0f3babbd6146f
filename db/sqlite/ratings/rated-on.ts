import { eq, type SQL, sql } from 'drizzle-orm';
import type { SubjectId } from '../../../src/domain/ids.ts';
import { subjects } from '../../schema/subjects.ts';
import type { Queries } from '../engine.ts';

/**
 * What a rating rests on besides the facts of its case: the verdicts about the subject, what the register says of the
 * subject, and the policy. One text, so that "is it still so" is one comparison.
 */
export function ratedOnNow(policyVersion: string): SQL<string> {
  return sql<string>`${subjects.dispositionVersion} || '.' || ${subjects.version} || '.' || ${policyVersion}`;
}

export function ratedOn(queries: Queries, subjectId: SubjectId, policyVersion: string): string {
  const found = queries
    .select({ now: ratedOnNow(policyVersion) })
    .from(subjects)
    .where(eq(subjects.subjectId, subjectId))
    .get();
  if (found === undefined) throw new Error('a task was rated about somebody who never was a subject');
  return found.now;
}
