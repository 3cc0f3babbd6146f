import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { InquiryId, RegisterVersion, SubjectId } from '../../src/domain/ids.ts';
import type { SubjectKind } from '../../src/domain/subject.ts';
import { epochMs, sealed } from './columns.ts';

/** A person of the register, present or left; who it is stands sealed in the versions. */
export const subjects = sqliteTable(
  'subjects',
  {
    subjectId: text().$type<SubjectId>().primaryKey(),
    /** Keyed hash of the personnel number. */
    personnelHash: text().notNull().unique('subjects_personnel'),
    kind: text().$type<SubjectKind>().notNull(),
    present: integer({ mode: 'boolean' }).notNull(),
    /** The newest version; counts from 1. */
    version: integer().notNull(),
    /** Keyed hash of the newest row, to see whether an import says anything new; empty for those who left. */
    contentHash: text().notNull(),
    /** The register version that last changed this subject: joined, changed or left. */
    registerVersion: integer().$type<RegisterVersion>().notNull(),
    /** Rises with every verdict about the subject and every change of a case that was confirmed to be theirs. */
    dispositionVersion: integer().notNull(),
    leftAt: epochMs(),
    /**
     * Of a partner who was let in by an inquiry alone: which one (`inquiries`). No reference, because an inquiry
     * already refers to a subject. Such a subject leaves with the end of the inquiry, not with a register file.
     */
    inquiryId: text().$type<InquiryId>(),
    /** Since when no basis lets this subject be kept although present: the retention run finds it by this. */
    uncoveredSince: epochMs(),
  },
  (table) => [
    index('subjects_register_version').on(table.registerVersion),
    index('subjects_inquiry').on(table.inquiryId).where(sql`inquiry_id is not null`),
  ],
);

/**
 * What the register said about a subject from one import to the next. Kept only of those who are present, and of the
 * versions that some hit was made on.
 */
export const subjectVersions = sqliteTable(
  'subject_versions',
  {
    subjectId: text()
      .$type<SubjectId>()
      .notNull()
      .references(() => subjects.subjectId),
    version: integer().notNull(),
    registerVersion: integer().$type<RegisterVersion>().notNull(),
    /** The `RegisterRow`. */
    row: sealed().notNull(),
    createdAt: epochMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subjectId, table.version] })],
);
