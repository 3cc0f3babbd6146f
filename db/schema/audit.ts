import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Purpose } from '../../src/domain/access.ts';
import { epochMs } from './columns.ts';

/** The audit log. A trigger refuses changes and deletions; `verifyAudit` finds those made around it. */
export const audit = sqliteTable('audit', {
  /** 1, 2, 3, … without gaps. */
  sequence: integer().primaryKey(),
  at: epochMs().notNull(),
  actor: text().notNull(),
  purpose: text().$type<Purpose>().notNull(),
  action: text().notNull(),
  /** JSON of internal ids, codes and counts. */
  details: text().notNull(),
  /** SHA-256 over the fields above and the hash of the row before, hex. */
  hash: text().notNull(),
});
