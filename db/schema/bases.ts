import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, BasisId } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';

/** Records of the law; what they say never changes after recording. */
export const bases = sqliteTable('bases', {
  basisId: text().$type<BasisId>().primaryKey(),
  /** The `NewLegalBasis` as recorded. */
  basis: sealed().notNull(),
  recordedAt: epochMs().notNull(),
  confirmedBy: text().$type<AccountId | 'set-up'>(),
  confirmedAt: epochMs(),
  endedAt: epochMs(),
});
