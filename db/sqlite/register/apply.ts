import { randomUUID } from 'node:crypto';
import { count, eq, sql } from 'drizzle-orm';
import { earliestDay } from '../../../src/domain/calendar-date.ts';
import { asId, type EpochMs, type RegisterVersion, type SubjectId } from '../../../src/domain/ids.ts';
import { calendarDay } from '../../../src/runtime/calendar-day.ts';
import type { RegisterApplied, RegisterImport } from '../../contract/register.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { forgetVersions } from '../cases/erase.ts';
import { withdrawUncovered } from '../cases/uncovered.ts';
import type { Engine, Queries } from '../engine.ts';
import { currentRegisterVersion, raiseRegisterVersion } from '../installation.ts';
import { reopenKept } from '../kept/reopen.ts';
import { carryHits } from '../pairs/carry.ts';
import { sealJson } from '../payload.ts';
import { type Difference, differenceOf, type NewRow } from './difference.ts';
import { leave } from './leave.ts';
import { rowPlace } from './subject-rows.ts';

type LateJoiner = Extract<RegisterApplied, { kind: 'applied' }>['lateJoiners'][number];
type WriteRow = (row: NewRow, registerVersion: RegisterVersion, at: EpochMs) => SubjectId;
type WithinInquiry = RegisterImport['withinInquiry'];

/** Prepared once for an import: the first one has tens of thousands of rows. */
function rowWriter({ queries, keyring }: Engine, withinInquiry: WithinInquiry): WriteRow {
  const { placeholder } = sql;
  const newest = {
    kind: sql`${placeholder('kind')}`,
    present: sql`1`,
    version: sql`${placeholder('version')}`,
    contentHash: sql`${placeholder('contentHash')}`,
    registerVersion: sql`${placeholder('registerVersion')}`,
    leftAt: null,
    inquiryId: sql`${placeholder('inquiryId')}`,
    uncoveredSince: null,
  };
  const putSubject = queries
    .insert(subjects)
    .values({
      subjectId: placeholder('subjectId'),
      personnelHash: placeholder('personnelHash'),
      dispositionVersion: 0,
      ...newest,
    })
    .onConflictDoUpdate({ target: subjects.subjectId, set: newest })
    .prepare();
  const addVersion = queries
    .insert(subjectVersions)
    .values({
      subjectId: placeholder('subjectId'),
      version: placeholder('version'),
      registerVersion: placeholder('registerVersion'),
      row: placeholder('row'),
      createdAt: placeholder('createdAt'),
    })
    .prepare();
  return ({ row, personnelHash, contentHash, known }, registerVersion, createdAt) => {
    const subjectId = known?.subjectId ?? asId<SubjectId>(randomUUID());
    const version = (known?.version ?? 0) + 1;
    const inquiryId = withinInquiry.get(row.personnelNumber) ?? null;
    putSubject.run({ subjectId, personnelHash, kind: row.kind, version, contentHash, registerVersion, inquiryId });
    const sealedRow = sealJson(keyring, rowPlace(subjectId, version), row);
    addVersion.run({ subjectId, version, registerVersion, row: sealedRow, createdAt });
    return subjectId;
  };
}

function lateJoiner(subjectId: SubjectId, { row }: NewRow, at: EpochMs): readonly LateJoiner[] {
  if (row.kind === 'partner' || row.inServiceFrom === null || row.inServiceFrom.year === null) return [];
  const inServiceFrom = earliestDay(row.inServiceFrom);
  return inServiceFrom < calendarDay(at) ? [{ subjectId, inServiceFrom }] : [];
}

function write(
  engine: Engine,
  difference: Difference,
  left: readonly SubjectId[],
  withinInquiry: WithinInquiry,
  at: EpochMs,
): Omit<Extract<RegisterApplied, { kind: 'applied' }>, 'kept'> {
  const { queries } = engine;
  const { joined, changed, unchanged, isFirst } = difference;
  const nothingNew = joined.length + changed.length + left.length === 0;
  const registerVersion = nothingNew ? currentRegisterVersion(queries) : raiseRegisterVersion(queries);
  const writeRow = rowWriter(engine, withinInquiry);
  // Nobody joins late on the day that screening begins: the first import would raise an alarm for everybody.
  const lateJoiners = joined.flatMap((newRow) => {
    const subjectId = writeRow(newRow, registerVersion, at);
    return isFirst ? [] : lateJoiner(subjectId, newRow, at);
  });
  for (const newRow of changed) {
    const subjectId = writeRow(newRow, registerVersion, at);
    carryHits(engine, subjectId, newRow.row);
    forgetVersions(queries, subjectId);
  }
  const ofLeavers = left.reduce(
    (sum, subjectId) => sum + leave(engine, subjectId, registerVersion, 'subject_left', at),
    0,
  );
  const [earliest] = lateJoiners.map(({ inServiceFrom }) => inServiceFrom).sort();
  const rescreened = earliest === undefined ? 0 : reopenKept(engine, earliest, at);
  // Whoever belongs to somebody whose work or regime changed, or who left, may be out of scope with them.
  const withdrawn = ofLeavers + (nothingNew ? 0 : withdrawUncovered(engine, at, 'partner'));
  return {
    ...{ kind: 'applied', registerVersion, joined: joined.length, changed: changed.length, left: left.length },
    ...{ unchanged, lateJoiners, rescreened, withdrawnTasks: withdrawn },
  };
}

export function applyRegister(engine: Engine, register: RegisterImport, at: EpochMs): RegisterApplied {
  const difference = differenceOf(engine.queries, engine.keyring, register);
  const { present, refused, missing } = difference;
  const wouldLeave = refused.length + missing.length;
  const shrinks = wouldLeave > present * register.shrinkLimit;
  if (shrinks && !register.confirmed) return { kind: 'shrinks', present, wouldLeave };
  const stay = register.unnamed > 0 && !register.confirmed;
  const left = stay ? refused : [...refused, ...missing];
  return { ...write(engine, difference, left, register.withinInquiry, at), kept: stay ? missing.length : 0 };
}

/** How many subjects of each kind the register holds now. */
export function countByKind(queries: Queries) {
  const groups = queries
    .select({ kind: subjects.kind, subjects: count() })
    .from(subjects)
    .where(eq(subjects.present, true))
    .groupBy(subjects.kind)
    .all();
  return {
    officer: 0,
    external: 0,
    partner: 0,
    ...Object.fromEntries(groups.map((group) => [group.kind, group.subjects])),
  };
}
