import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { InquiryId, SubjectId } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';
import { subjects } from './subjects.ts';

/** Inquiries into the reliability of one subject; a partner's data may be used in one and nowhere else. */
export const inquiries = sqliteTable('inquiries', {
  inquiryId: text().$type<InquiryId>().primaryKey(),
  principalId: text()
    .$type<SubjectId>()
    .notNull()
    .references(() => subjects.subjectId),
  /** The `Inquiry`: ground and necessity are free text. */
  inquiry: sealed().notNull(),
  closedAt: epochMs(),
});
