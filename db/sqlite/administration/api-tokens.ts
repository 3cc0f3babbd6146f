import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '../../../src/domain/account.ts';
import type { ApiToken } from '../../../src/domain/api-token.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { type ApiTokenId, asId } from '../../../src/domain/ids.ts';
import type { ApiTokenStore } from '../../contract/accounts.ts';
import { apiTokens } from '../../schema/api-tokens.ts';
import type { Engine } from '../engine.ts';
import { look, transact } from '../transact.ts';
import { accountById, actingAccount } from './account-rows.ts';

type TokenRow = typeof apiTokens.$inferSelect;

function tokenOf({ tokenHash: _, roles, ...row }: TokenRow): ApiToken {
  return { ...row, roles: JSON.parse(roles) as readonly Role[] };
}

export function apiTokenStore(engine: Engine): ApiTokenStore {
  const { queries, keyring } = engine;
  return {
    issueToken: (access, token, { accountId, roles, issuedAt, expiresAt }) =>
      transact(engine, access, 'issue_token', (tx) => {
        if (accountById(engine, accountId) === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
        const tokenId = asId<ApiTokenId>(randomUUID());
        const tokenHash = keyring.hash('api_token', token);
        const row = { tokenId, tokenHash, accountId, roles: JSON.stringify(roles), issuedAt, expiresAt };
        queries.insert(apiTokens).values(row).run();
        tx.note({ tokenId, accountId, roles: roles.join(' ') });
        return tokenId;
      }),
    withdrawToken: (access, tokenId, at) =>
      transact(engine, access, 'withdraw_token', (tx) => {
        const standing = and(eq(apiTokens.tokenId, tokenId), isNull(apiTokens.withdrawnAt));
        const { changes } = queries.update(apiTokens).set({ withdrawnAt: at }).where(standing).run();
        tx.note({ tokenId, withdrawn: changes });
        return changes === 1;
      }),
    callerByToken: (access, token, at) =>
      look(engine, access, 'find_caller', () => {
        const hash = eq(apiTokens.tokenHash, keyring.hash('api_token', token));
        const standing = and(hash, gt(apiTokens.expiresAt, at), isNull(apiTokens.withdrawnAt));
        const row = queries.select().from(apiTokens).where(standing).get();
        if (row === undefined) return null;
        const { tokenId, accountId, roles: onlyRoles } = tokenOf(row);
        return { account: actingAccount(engine, { kind: 'account', accountId, onlyRoles }), tokenId };
      }),
    listTokens: (access) =>
      look(engine, access, 'list_tokens', () =>
        queries.select().from(apiTokens).orderBy(desc(apiTokens.issuedAt), desc(apiTokens.tokenId)).all().map(tokenOf),
      ),
  };
}
