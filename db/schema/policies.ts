import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId } from '../../src/domain/ids.ts';
import { epochMs } from './columns.ts';

/** Every version of catalogue and policy that was ever proposed; what it says never changes, and nothing in it is personal. */
export const policies = sqliteTable('policies', {
  /** `2026.1+0f3a…`: it holds a fingerprint of both texts, so one version is one text. */
  version: text().primaryKey(),
  offences: text().notNull(),
  policy: text().notNull(),
  /** `YYYY-MM-DD`: the first day on which it may count. */
  inForceFrom: text().notNull(),
  proposedBy: text().$type<AccountId | 'set-up'>().notNull(),
  proposedAt: epochMs().notNull(),
  confirmedBy: text().$type<AccountId | 'set-up'>(),
  confirmedAt: epochMs(),
});
