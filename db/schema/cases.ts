import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Band } from '../../src/domain/hit.ts';
import type { CaseId, EpochMs, HitId, MessageId, SubjectId } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';
import { subjectVersions } from './subjects.ts';

/** A case in which somebody has, or had, a task. Cases of strangers have no row (promise P4). */
export const cases = sqliteTable('cases', {
  caseId: text().$type<CaseId>().primaryKey(),
  /** Keyed hash of the parketnummer; the ledger lines of the case carry the same. */
  caseHash: text().notNull().unique('cases_hash'),
  /** The parketnummer; stays with the empty shell of a withdrawn task, so that its reviewer knows which it was. */
  caseNumber: sealed().notNull(),
  /** Rises with every change of the case, its hits or its tasks by a chunk or by the register. */
  version: integer().notNull(),
  /** `{ person, case }` of the message that is the truth now. Null when no task needs it. */
  content: sealed(),
  /** The order of that message; null with the content. */
  occurredAt: integer().$type<EpochMs>(),
  messageId: text().$type<MessageId>(),
  /** When the content was erased last; null while there is content. */
  erasedAt: epochMs(),
});

/** Every subject that the person of a case hit, with or without a task; gone with the content of the case. */
export const hits = sqliteTable(
  'hits',
  {
    caseId: text()
      .$type<CaseId>()
      .notNull()
      .references(() => cases.caseId),
    subjectId: text().$type<SubjectId>().notNull(),
    hitId: text().$type<HitId>().notNull().unique('hits_id'),
    subjectVersion: integer().notNull(),
    /** The version of the subject of which it is known whether the hit still stands; see `db/contract/pairs.ts`. */
    comparedVersion: integer().notNull().default(0),
    band: text().$type<Band>().notNull(),
    probability: real().notNull(),
    /** The whole `Hit`. */
    evidence: sealed().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.subjectId] }),
    foreignKey({
      columns: [table.subjectId, table.subjectVersion],
      foreignColumns: [subjectVersions.subjectId, subjectVersions.version],
    }),
    index('hits_subject').on(table.subjectId, table.subjectVersion),
  ],
);
