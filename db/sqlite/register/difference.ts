import type { SubjectId } from '../../../src/domain/ids.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import type { Keyring } from '../../../src/privacy/keyring.ts';
import type { RegisterImport } from '../../contract/register.ts';
import { subjects } from '../../schema/subjects.ts';
import type { Queries } from '../engine.ts';
import { personnelHash, rowHash } from '../hashes.ts';

type SubjectRow = typeof subjects.$inferSelect;

/** A row that says something new. */
export interface NewRow {
  readonly row: RegisterRow;
  readonly personnelHash: string;
  readonly contentHash: string;
  /** Who it is, present or left before; undefined for somebody never seen. */
  readonly known: SubjectRow | undefined;
}

/** What an import changes. */
export interface Difference {
  readonly joined: readonly NewRow[];
  readonly changed: readonly NewRow[];
  /** Those whom the gate refuses from now on, and those whom a snapshot no longer names. */
  readonly refused: readonly SubjectId[];
  readonly missing: readonly SubjectId[];
  readonly unchanged: number;
  /** Whether nobody was ever in the register before. */
  readonly isFirst: boolean;
  /** Subjects present before. */
  readonly present: number;
}

export function differenceOf(queries: Queries, keyring: Keyring, register: RegisterImport): Difference {
  const known = new Map(
    queries
      .select()
      .from(subjects)
      .all()
      .map((subject) => [subject.personnelHash, subject]),
  );
  const present = [...known.values()].filter((subject) => subject.present);
  const named = new Set<string>();
  const joined: NewRow[] = [];
  const changed: NewRow[] = [];
  for (const row of register.rows) {
    const hash = personnelHash(keyring, row.personnelNumber);
    if (named.has(hash)) throw new Error('two rows of a register have the same personnel number');
    named.add(hash);
    const subject = known.get(hash);
    const newRow = { row, personnelHash: hash, contentHash: rowHash(keyring, row), known: subject };
    if (subject === undefined || !subject.present) joined.push(newRow);
    else if (subject.contentHash !== newRow.contentHash) changed.push(newRow);
  }
  const refused = new Set(register.refused.map((number) => personnelHash(keyring, number)));
  const rejected = new Set(register.rejected.map((number) => personnelHash(keyring, number)));
  const isMissing = ({ personnelHash: hash, inquiryId }: SubjectRow): boolean =>
    register.mode === 'snapshot' && inquiryId === null && !named.has(hash) && !rejected.has(hash);
  const isRefused = ({ personnelHash: hash }: SubjectRow): boolean => refused.has(hash);
  const idsOf = (rows: readonly SubjectRow[]): readonly SubjectId[] => rows.map(({ subjectId }) => subjectId);
  return {
    ...{ joined, changed, unchanged: register.rows.length - joined.length - changed.length },
    refused: idsOf(present.filter(isRefused)),
    missing: idsOf(present.filter((subject) => isMissing(subject) && !isRefused(subject))),
    ...{ isFirst: known.size === 0, present: present.length },
  };
}
