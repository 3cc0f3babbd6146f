import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegisterVersion } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';

/** One row: what belongs to the installation as a whole. */
export const installation = sqliteTable('installation', {
  id: integer().primaryKey(),
  createdAt: epochMs().notNull(),
  /** A known text, sealed, with a keyed hash in it: opening it shows at once whether the keys are the right ones. */
  keyCheck: sealed().notNull(),
  /** Rises with every import that changes something and with every change of a legal basis. */
  registerVersion: integer().$type<RegisterVersion>().notNull(),
  /** Up to where payloads were sealed again after the sealing key changed, as `table:rowid`; null when all are. */
  resealedTo: text(),
});
