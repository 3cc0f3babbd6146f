import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { DeliveryKey, InquiryId, SubjectId } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';
import { subjects } from './subjects.ts';

/** Inquiries into the reliability of somebody in the register, the only place where a partner's data may be used. */
export const inquiries = sqliteTable('inquiries', {
  inquiryId: text().$type<InquiryId>().primaryKey(),
  principalId: text()
    .$type<SubjectId>()
    .notNull()
    .references(() => subjects.subjectId),
  /** The `InquiryRecord`: what was written down when it was opened. Never changes. */
  record: sealed().notNull(),
  openedAt: epochMs().notNull(),
  noticeSentOn: text().$type<CalendarDate>(),
  /** Its last day. When it has passed, the partners' data are due to go as if it had been closed. */
  endsOn: text().$type<CalendarDate>().notNull(),
  closedAt: epochMs(),
  /** The delivery with which its partners were compared, once. No reference: it outlives the delivery. */
  comparedIn: text().$type<DeliveryKey>(),
});
