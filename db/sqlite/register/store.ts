import { and, asc, eq, gt } from 'drizzle-orm';
import type { RegisterVersion, SubjectId } from '../../../src/domain/ids.ts';
import type { RegisterRow, Subject } from '../../../src/domain/subject.ts';
import type { RegisterPage, RegisterStore } from '../../contract/register.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { requireRole } from '../administration/require-role.ts';
import type { Engine } from '../engine.ts';
import { currentRegisterVersion } from '../installation.ts';
import { openJson } from '../payload.ts';
import { look, transact } from '../transact.ts';
import { applyRegister, countByKind } from './apply.ts';
import { principalOf, rowPlace } from './subject-rows.ts';
import { subscription } from './subscription.ts';

/** One walk over all subjects that changed, in the order of their ids, which are random: a cursor is the last id. */
function readPage(
  { queries, keyring }: Engine,
  after: RegisterVersion,
  cursor: string | null,
  limit: number,
): RegisterPage {
  const { subjectId, version, registerVersion, present } = subjects;
  const rows = queries
    .select({ subjectId, version, registerVersion, present, row: subjectVersions.row })
    .from(subjects)
    .leftJoin(
      subjectVersions,
      and(eq(subjectVersions.subjectId, subjectId), eq(subjectVersions.version, version), eq(present, true)),
    )
    .where(and(gt(registerVersion, after), cursor === null ? undefined : gt(subjectId, cursor as SubjectId)))
    .orderBy(asc(subjectId))
    .limit(limit)
    .all();
  const stillPresent = rows.flatMap(({ row, ...subject }): Subject[] =>
    row === null
      ? []
      : [
          {
            ...openJson<RegisterRow>(keyring, rowPlace(subject.subjectId, subject.version), row),
            ...{ subjectId: subject.subjectId, version: subject.version, registerVersion: subject.registerVersion },
          },
        ],
  );
  return {
    subjects: stillPresent,
    left: rows.flatMap((row) => (row.present ? [] : [row.subjectId])),
    registerVersion: currentRegisterVersion(queries),
    next: rows.length < limit ? null : (rows.at(-1)?.subjectId ?? null),
  };
}

export function registerStore(engine: Engine): RegisterStore {
  const { queries } = engine;
  return {
    applyRegister: (access, register, at) =>
      transact(engine, access, 'apply_register', (tx) => {
        const applied = applyRegister(engine, register, at);
        const { kind, ...figures } = applied;
        const counts = Object.entries(figures).filter(
          (entry): entry is [string, number] => typeof entry[1] === 'number',
        );
        tx.note({ ...register.counts, result: kind, mode: register.mode, ...Object.fromEntries(counts) });
        return applied;
      }),
    registerVersion: (access) => look(engine, access, 'register_version', () => currentRegisterVersion(queries)),
    readRegister: (access, after, cursor, limit) =>
      transact(engine, access, 'read_register', (tx) => {
        const page = readPage(engine, after, cursor, limit);
        tx.note({ after, subjects: page.subjects.length, left: page.left.length });
        return page;
      }),
    readPrincipals: (access, personnelNumbers) =>
      transact(engine, access, 'read_principals', (tx) => {
        const found = personnelNumbers.flatMap((number) => {
          const principal = principalOf(engine, number);
          return principal === null ? [] : [[number, principal] as const];
        });
        tx.note({ asked: personnelNumbers.length, found: found.length });
        return { principals: new Map(found), registerVersion: currentRegisterVersion(queries) };
      }),
    exportSubscription: (access, feedMode, at) =>
      transact(engine, access, 'export_subscription', (tx) => {
        requireRole(engine, access, ['registrar']);
        const exported = subscription(engine, feedMode, at);
        tx.note({ feedMode, persons: exported.persons.length, withoutBsn: exported.withoutBsn });
        return exported;
      }),
    countSubjects: (access) => look(engine, access, 'count_subjects', () => countByKind(queries)),
  };
}
