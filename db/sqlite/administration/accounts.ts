import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Account } from '../../../src/domain/account.ts';
import { type AccountId, asId } from '../../../src/domain/ids.ts';
import type { AccountStore } from '../../contract/administration.ts';
import { accounts } from '../../schema/accounts.ts';
import type { Engine } from '../engine.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';
import { look, transact } from '../transact.ts';

type NewAccount = Omit<Account, 'accountId'>;
type AccountRow = typeof accounts.$inferSelect;

const accountPlace = (accountId: AccountId): string => placeOf('accounts', [accountId], 'account');

function openAccount({ keyring }: Engine, { accountId, account }: AccountRow): Account {
  return { ...openJson<NewAccount>(keyring, accountPlace(accountId), account), accountId };
}

/** The account behind an id; null when there is none. */
export function accountById(engine: Engine, accountId: AccountId): Account | null {
  const row = engine.queries.select().from(accounts).where(eq(accounts.accountId, accountId)).get();
  return row === undefined ? null : openAccount(engine, row);
}

function addAccount({ queries, keyring }: Engine, account: NewAccount): number {
  const accountId = asId<AccountId>(randomUUID());
  const nameHash = keyring.hash('account_name', account.name);
  const sealed = sealJson(keyring, accountPlace(accountId), account);
  const { changes } = queries
    .insert(accounts)
    .values({ accountId, nameHash, account: sealed })
    .onConflictDoNothing({ target: accounts.nameHash })
    .run();
  return changes;
}

export function accountStore(engine: Engine): AccountStore {
  return {
    accountByName: (access, name) =>
      look(engine, access, 'find_account', () => {
        const hash = engine.keyring.hash('account_name', name);
        const row = engine.queries.select().from(accounts).where(eq(accounts.nameHash, hash)).get();
        return row === undefined ? null : openAccount(engine, row);
      }),
    addAccounts: (access, newAccounts) =>
      transact(engine, access, 'add_accounts', (tx) => {
        const added = newAccounts.reduce((sum, account) => sum + addAccount(engine, account), 0);
        tx.note({ added });
        return added;
      }),
  };
}
