import { and, eq, inArray } from 'drizzle-orm';
import type { SubjectId } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import { hits } from '../../schema/cases.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import type { Engine } from '../engine.ts';
import { isSameIdentity } from '../hashes.ts';
import { openJson } from '../payload.ts';
import { rowPlace } from '../register/subject-rows.ts';

/**
 * A new version of a subject that says nothing else of who it is (another unit, function or regime) leaves its hits as
 * they are: they need not be compared again.
 */
export function carryHits({ queries, keyring }: Engine, subjectId: SubjectId, { identity }: RegisterRow): void {
  const { version, row } = subjectVersions;
  const ofSubject = eq(hits.subjectId, subjectId);
  const compared = queries.select({ version: hits.comparedVersion }).from(hits).where(ofSubject);
  const same = queries
    .select({ version, row })
    .from(subjectVersions)
    .where(and(eq(subjectVersions.subjectId, subjectId), inArray(version, compared)))
    .all()
    .filter((old) =>
      isSameIdentity(openJson<RegisterRow>(keyring, rowPlace(subjectId, old.version), old.row).identity, identity),
    )
    .map((old) => old.version);
  if (same.length === 0) return;
  const newest = queries.select({ version: subjects.version }).from(subjects).where(eq(subjects.subjectId, subjectId));
  queries
    .update(hits)
    .set({ comparedVersion: newest.get()?.version ?? 0 })
    .where(and(ofSubject, inArray(hits.comparedVersion, same)))
    .run();
}
