import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Purpose } from '../../src/domain/access.ts';
import { epochMs } from './columns.ts';

/** The audit log. A trigger refuses changes and deletions; `verifyAudit` finds those made around it. */
export const audit = sqliteTable(
  'audit',
  {
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
  },
  // One for each way in which an auditor narrows the log down, so that any page of it costs the same.
  (table) => [
    index('audit_at').on(table.at),
    index('audit_actor').on(table.actor, table.at),
    index('audit_action').on(table.action, table.at),
    index('audit_actor_action').on(table.actor, table.action, table.at),
  ],
);
