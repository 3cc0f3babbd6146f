import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Actor } from '../../../src/domain/access.ts';
import type { Account } from '../../../src/domain/account.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { type AccountId, asId } from '../../../src/domain/ids.ts';
import { accounts } from '../../schema/accounts.ts';
import type { Engine } from '../engine.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';

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

/** The account with a sign-in name; null when there is none. */
export function accountByName(engine: Engine, name: string): Account | null {
  const hash = engine.keyring.hash('account_name', name);
  const row = engine.queries.select().from(accounts).where(eq(accounts.nameHash, hash)).get();
  return row === undefined ? null : openAccount(engine, row);
}

/** Everybody who can sign in, by name. */
export function allAccounts(engine: Engine): readonly Account[] {
  const rows = engine.queries.select().from(accounts).all();
  return rows.map((row) => openAccount(engine, row)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function insertAccount({ queries, keyring }: Engine, account: NewAccount): Account {
  const accountId = asId<AccountId>(randomUUID());
  const nameHash = keyring.hash('account_name', account.name);
  const sealed = sealJson(keyring, accountPlace(accountId), account);
  queries.insert(accounts).values({ accountId, nameHash, account: sealed }).run();
  return { ...account, accountId };
}

export function updateAccount({ queries, keyring }: Engine, { accountId, ...account }: Account): Account {
  const sealed = sealJson(keyring, accountPlace(accountId), account);
  queries.update(accounts).set({ account: sealed }).where(eq(accounts.accountId, accountId)).run();
  return { ...account, accountId };
}

/** Of whoever it was only the id stays, which tasks and the log name; the name can be given to somebody else. */
export function forgetAccount({ queries, keyring }: Engine, accountId: AccountId): void {
  const nobody: NewAccount = { name: '', roles: [], personnelNumber: null, unit: '', declaredConflicts: null };
  const account = sealJson(keyring, accountPlace(accountId), nobody);
  queries.update(accounts).set({ nameHash: accountId, account }).where(eq(accounts.accountId, accountId)).run();
}

/**
 * Who acts, with the roles that count.
 * @throws ScreeningError ROLE_FORBIDS for a part of the system, ACCOUNT_UNKNOWN
 */
export function actingAccount(engine: Engine, actor: Actor): Account {
  if (actor.kind === 'system') throw new ScreeningError('ROLE_FORBIDS');
  const account = accountById(engine, actor.accountId);
  if (account === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
  const { onlyRoles } = actor;
  return onlyRoles === undefined
    ? account
    : { ...account, roles: account.roles.filter((role) => onlyRoles.includes(role)) };
}
