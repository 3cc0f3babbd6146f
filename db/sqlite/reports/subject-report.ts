import { asc, eq } from 'drizzle-orm';
import type { Account } from '../../../src/domain/account.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { PersonnelNumber } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import { type ConflictRefusal, conflictOf } from '../../../src/review/conflicts.ts';
import { isSenior } from '../../../src/review/reviewers.ts';
import type { ReportRefusal, SubjectReport, SubjectReportStore } from '../../contract/subject-report.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { knownPairs } from '../../schema/tasks.ts';
import { actingAccount } from '../administration/account-rows.ts';
import type { Engine } from '../engine.ts';
import { personnelHash } from '../hashes.ts';
import { openJson } from '../payload.ts';
import { rowPlace } from '../register/subject-rows.ts';
import { transact } from '../transact.ts';
import { reportedCases } from './reported-cases.ts';
import { seenRows, suppliedSince } from './seen-rows.ts';

type SubjectRow = typeof subjects.$inferSelect;
type Answer = Awaited<ReturnType<SubjectReportStore['subjectReport']>>;

function registerRows({ queries, keyring }: Engine, { subjectId }: SubjectRow): SubjectReport['register'] {
  const rows = queries
    .select()
    .from(subjectVersions)
    .where(eq(subjectVersions.subjectId, subjectId))
    .orderBy(asc(subjectVersions.version))
    .all();
  return rows.map(({ version, registerVersion, createdAt: recordedAt, row }) => {
    return {
      version,
      registerVersion,
      recordedAt,
      row: openJson<RegisterRow>(keyring, rowPlace(subjectId, version), row),
    };
  });
}

/** Of somebody who left without a trace only the number is known, with which oneself or somebody declared is told. */
function conflictWith(
  account: Account,
  personnelNumber: PersonnelNumber,
  register: SubjectReport['register'],
): ConflictRefusal | null {
  const people = register.map(({ row }) => {
    return { personnelNumber, unit: row.unit, partnerOf: row.partnerLink?.partnerOf ?? null };
  });
  return conflictOf(account, [{ personnelNumber, unit: '', partnerOf: null }, ...people]);
}

type Head = Pick<SubjectReport, 'personnelNumber' | 'register' | 'madeAt'>;

function reportOn(engine: Engine, account: Account, subject: SubjectRow, head: Head): SubjectReport {
  const { subjectId, present, leftAt } = subject;
  const cases = reportedCases(engine, account, subjectId);
  const { verdict, decidedAt } = knownPairs;
  const remembered = engine.queries
    .selectDistinct({ verdict, decidedAt })
    .from(knownPairs)
    .where(eq(knownPairs.subjectId, subjectId))
    .orderBy(asc(decidedAt))
    .all();
  const taskIds = cases.flatMap(({ task }) => (task === null ? [] : [task.taskId]));
  return {
    ...head,
    ...{ kind: 'report', subjectId, present, leftAt, cases, remembered },
    supplied: suppliedSince(engine, head.register[0]?.recordedAt ?? head.madeAt),
    seen: seenRows(engine, subjectId, taskIds),
  };
}

export function subjectReportStore(engine: Engine): SubjectReportStore {
  return {
    subjectReport: (access, personnelNumber, ground, at) =>
      transact(engine, access, 'subject_report', (tx): Answer => {
        const account = actingAccount(engine, access.actor);
        if (!isSenior(account)) throw new ScreeningError('ROLE_FORBIDS');
        const hash = personnelHash(engine.keyring, personnelNumber);
        const subject = engine.queries.select().from(subjects).where(eq(subjects.personnelHash, hash)).get();
        tx.note({ ground, ...(subject && { subjectId: subject.subjectId }) });
        const register = subject === undefined ? [] : registerRows(engine, subject);
        // Whether somebody stands in the register is not told to whoever may not ask after them.
        const refusal: ReportRefusal | null =
          conflictWith(account, personnelNumber, register) ?? (subject === undefined ? 'unknown_subject' : null);
        if (subject === undefined || refusal !== null) {
          tx.note({ refusal: refusal ?? 'unknown_subject' });
          return { kind: 'refused', refusal: refusal ?? 'unknown_subject' };
        }
        const report = reportOn(engine, account, subject, { personnelNumber, register, madeAt: at });
        tx.note({ cases: report.cases.length });
        return report;
      }),
  };
}
