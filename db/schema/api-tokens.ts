import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, ApiTokenId } from '../../src/domain/ids.ts';
import { epochMs } from './columns.ts';

/** Tokens with which programs and terminals act as an account. A row stays after its token is worth nothing. */
export const apiTokens = sqliteTable('api_tokens', {
  tokenId: text().$type<ApiTokenId>().primaryKey(),
  /** Keyed hash of the token. */
  tokenHash: text().notNull().unique('api_tokens_hash'),
  accountId: text().$type<AccountId>().notNull(),
  /** JSON of the roles. */
  roles: text().notNull(),
  issuedAt: epochMs().notNull(),
  expiresAt: epochMs().notNull(),
  withdrawnAt: epochMs(),
});
