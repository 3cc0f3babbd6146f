import type { Account, Role } from '../../../src/domain/account.ts';
import type { AccountRecord, AccountStore, ImportedAccounts } from '../../contract/accounts.ts';
import type { Engine } from '../engine.ts';
import { look, transact } from '../transact.ts';
import { accountById, accountByName, insertAccount, updateAccount } from './account-rows.ts';
import { requireRole } from './require-role.ts';

const NOTHING_DECLARED = { personnelNumber: null, unit: '', declaredConflicts: null } as const;

function admit(engine: Engine, name: string, roles: readonly Role[]): Account {
  const known = accountByName(engine, name);
  if (known === null) return insertAccount(engine, { name, roles, ...NOTHING_DECLARED });
  return known.roles.join() === roles.join() ? known : updateAccount(engine, { ...known, roles });
}

function apply(engine: Engine, record: AccountRecord): keyof ImportedAccounts {
  const known = accountByName(engine, record.name);
  if (known === null) {
    insertAccount(engine, { ...record, roles: record.roles ?? [] });
    return 'added';
  }
  const told = { ...known, ...record, roles: record.roles ?? known.roles };
  const parts = ({ personnelNumber, unit, declaredConflicts, roles }: Account): string =>
    JSON.stringify([personnelNumber, unit, declaredConflicts, roles]);
  if (parts(told) === parts(known)) return 'unchanged';
  updateAccount(engine, told);
  return 'changed';
}

export function accountStore(engine: Engine): AccountStore {
  return {
    accountByName: (access, name) => look(engine, access, 'find_account', () => accountByName(engine, name)),
    accountById: (access, accountId) => look(engine, access, 'find_account', () => accountById(engine, accountId)),
    addAccounts: (access, newAccounts) =>
      transact(engine, access, 'add_accounts', (tx) => {
        let added = 0;
        for (const account of newAccounts) {
          if (accountByName(engine, account.name) !== null) continue;
          insertAccount(engine, account);
          added += 1;
        }
        tx.note({ added });
        return added;
      }),
    signIn: (access, name, roles) =>
      transact(engine, access, 'sign_in', (tx) => {
        const account = admit(engine, name, roles);
        tx.note({ accountId: account.accountId, roles: roles.join(' ') });
        return account;
      }),
    signOut: (access) => transact(engine, access, 'sign_out', () => undefined),
    importAccounts: (access, records) =>
      transact(engine, access, 'import_accounts', (tx) => {
        requireRole(engine, access, ['registrar']);
        const figures = { added: 0, changed: 0, unchanged: 0 };
        for (const record of records) figures[apply(engine, record)] += 1;
        tx.note(figures);
        return figures;
      }),
    withdrawRoles: (access, name) =>
      transact(engine, access, 'withdraw_roles', (tx) => {
        requireRole(engine, access, ['registrar']);
        const account = accountByName(engine, name);
        if (account === null) return false;
        updateAccount(engine, { ...account, roles: [] });
        tx.note({ accountId: account.accountId });
        return true;
      }),
  };
}
