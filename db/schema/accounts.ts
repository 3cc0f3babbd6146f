import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId } from '../../src/domain/ids.ts';
import { sealed } from './columns.ts';

/** Those who may sign in. */
export const accounts = sqliteTable('accounts', {
  accountId: text().$type<AccountId>().primaryKey(),
  /** Keyed hash of the sign-in name, which outside the demo names a person. */
  nameHash: text().notNull().unique('accounts_name'),
  /** The `Account` without its id. */
  account: sealed().notNull(),
});
