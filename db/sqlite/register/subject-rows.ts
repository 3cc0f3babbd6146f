import { and, eq } from 'drizzle-orm';
import type { PersonnelNumber, SubjectId } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import type { Principal } from '../../../src/legal/asked-about.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import type { Engine, Queries } from '../engine.ts';
import { personnelHash } from '../hashes.ts';
import { openJson, placeOf } from '../payload.ts';

export const rowPlace = (subjectId: SubjectId, version: number): string =>
  placeOf('subject_versions', [subjectId, version], 'row');

/** What the register says now of a subject; null when it is unknown or has left. */
export function presentSubject(
  { queries, keyring }: Engine,
  subjectId: SubjectId,
): { readonly row: RegisterRow; readonly dispositionVersion: string } | null {
  const found = queries
    .select({ version: subjects.version, dispositionVersion: subjects.dispositionVersion, row: subjectVersions.row })
    .from(subjects)
    .innerJoin(
      subjectVersions,
      and(eq(subjectVersions.subjectId, subjects.subjectId), eq(subjectVersions.version, subjects.version)),
    )
    .where(and(eq(subjects.subjectId, subjectId), eq(subjects.present, true)))
    .get();
  if (found === undefined) return null;
  const row = openJson<RegisterRow>(keyring, rowPlace(subjectId, found.version), found.row);
  return { row, dispositionVersion: String(found.dispositionVersion) };
}

/** Who a partner belongs to, as the register has them now; null when it does not. */
export function principalOf(engine: Engine, personnelNumber: PersonnelNumber): Principal | null {
  const found = engine.queries
    .select({ subjectId: subjects.subjectId })
    .from(subjects)
    .where(eq(subjects.personnelHash, personnelHash(engine.keyring, personnelNumber)))
    .get();
  const subject = found === undefined ? null : presentSubject(engine, found.subjectId);
  return found === undefined || subject === null ? null : { subjectId: found.subjectId, row: subject.row };
}

/** The opaque version of what reviewers said about a subject; null when it is unknown or has left. */
export function dispositionVersion(queries: Queries, subjectId: SubjectId): string | null {
  const found = queries
    .select({ version: subjects.dispositionVersion })
    .from(subjects)
    .where(and(eq(subjects.subjectId, subjectId), eq(subjects.present, true)))
    .get();
  return found === undefined ? null : String(found.version);
}
