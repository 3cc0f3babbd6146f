import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import { type AccountId, type ApiTokenId, asId, type PersonnelNumber } from '../../../src/domain/ids.ts';
import { as, asAccount, type Bench, later, type MakeBench, MORNING, OPERATOR } from './bench.ts';

const DOOR = as('http', 'sign_in');
const REGISTRY = as('cli', 'import_register');
const TERMS = { roles: ['reviewer', 'auditor'], issuedAt: MORNING, expiresAt: later(1_000) } as const;

const RECORD = {
  name: 'sub-1',
  personnelNumber: asId<PersonnelNumber>('P9'),
  unit: 'Unit 9',
  declaredConflicts: [asId<PersonnelNumber>('P8')],
  roles: null,
};

export function describeAccounts(makeBench: MakeBench): void {
  describe('accounts of operation', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    const lastAct = async () => (await store.listAudit(OPERATOR, 0, 100)).at(-1);

    test('sign-in makes an account that may be shown no task, and later gives it the roles of the moment', async () => {
      const account = await store.signIn(DOOR, 'sub-1', ['reviewer']);
      const nothing = { personnelNumber: null, unit: '', declaredConflicts: null };
      expect(account).toEqual({ accountId: expect.any(String), name: 'sub-1', roles: ['reviewer'], ...nothing });
      expect(await store.signIn(DOOR, 'sub-1', ['senior'])).toEqual({ ...account, roles: ['senior'] });
      expect(await store.accountById(OPERATOR, account.accountId)).toEqual({ ...account, roles: ['senior'] });
      expect(await lastAct()).toMatchObject({
        action: 'sign_in',
        purpose: 'sign_in',
        details: { accountId: account.accountId, roles: 'senior' },
      });
      await store.signOut(asAccount(account.accountId, 'sign_in'));
      expect(await lastAct()).toMatchObject({ action: 'sign_out', actor: `account:${account.accountId}` });
    });

    test('a file of accounts says who somebody is and leaves the roles alone', async () => {
      const { accountId } = await store.signIn(DOOR, 'sub-1', ['reviewer']);
      expect(await store.importAccounts(REGISTRY, [RECORD, { ...RECORD, name: 'sub-2' }])).toEqual({
        ...{ added: 1, changed: 1, unchanged: 0 },
      });
      expect(await store.accountById(OPERATOR, accountId)).toEqual({
        ...{ ...RECORD, accountId, roles: ['reviewer'] },
      });
      expect(await store.accountByName(OPERATOR, 'sub-2')).toMatchObject({ roles: [] });
      expect(await store.importAccounts(REGISTRY, [RECORD, { ...RECORD, name: 'sub-2', unit: '' }])).toEqual({
        ...{ added: 0, changed: 1, unchanged: 1 },
      });
    });

    test('a file of accounts gives programs their roles', async () => {
      const program = { ...RECORD, name: 'statistics', personnelNumber: null, declaredConflicts: null };
      await store.importAccounts(REGISTRY, [{ ...program, roles: ['auditor'] }]);
      expect(await store.accountByName(OPERATOR, 'statistics')).toMatchObject({ roles: ['auditor'] });
      expect(await store.importAccounts(REGISTRY, [{ ...program, roles: ['operator'] }])).toMatchObject({ changed: 1 });
    });

    test('only registrars import accounts', async () => {
      const { accountId } = await store.signIn(DOOR, 'sub-1', ['senior', 'operator']);
      const forbidden = expect.objectContaining({ code: 'ROLE_FORBIDS' });
      const acting = asAccount(accountId, 'import_register');
      await expect(store.importAccounts(acting, [RECORD])).rejects.toEqual(forbidden);
      await store.signIn(DOOR, 'sub-1', ['registrar']);
      expect(await store.importAccounts(acting, [RECORD])).toMatchObject({ changed: 1 });
    });

    test('roles can be taken away before the next sign-in', async () => {
      const { accountId } = await store.signIn(DOOR, 'sub-1', ['senior']);
      expect(await store.withdrawRoles(OPERATOR, 'sub-1')).toBe(true);
      expect(await store.withdrawRoles(OPERATOR, 'sub-2')).toBe(false);
      expect(await store.accountById(OPERATOR, accountId)).toMatchObject({ roles: [] });
    });

    test('a token acts as its account with the roles that both have, until it expires', async () => {
      const account = await store.signIn(DOOR, 'sub-1', ['reviewer', 'operator']);
      const tokenId = await store.issueToken(OPERATOR, 'secret', { ...TERMS, accountId: account.accountId });
      const caller = { account: { ...account, roles: ['reviewer'] }, tokenId };
      expect(await store.callerByToken(DOOR, 'secret', later(999))).toEqual(caller);
      expect(await store.callerByToken(DOOR, 'secret', later(1_000))).toBeNull();
      expect(await store.callerByToken(DOOR, 'other', MORNING)).toBeNull();
      await store.signIn(DOOR, 'sub-1', ['operator']);
      expect(await store.callerByToken(DOOR, 'secret', MORNING)).toMatchObject({ account: { roles: [] } });
      const unknown = { ...TERMS, accountId: asId<AccountId>('unknown') };
      await expect(store.issueToken(OPERATOR, 'x', unknown)).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    });

    test('a token is withdrawn once, at once, and stays on the list', async () => {
      const { accountId } = await store.signIn(DOOR, 'sub-1', ['reviewer']);
      const tokenId = await store.issueToken(OPERATOR, 'secret', { ...TERMS, accountId });
      expect(await lastAct()).toMatchObject({ action: 'issue_token', details: { tokenId, accountId } });
      expect(await store.withdrawToken(OPERATOR, tokenId, later(5))).toBe(true);
      expect(await store.withdrawToken(OPERATOR, tokenId, later(6))).toBe(false);
      expect(await store.withdrawToken(OPERATOR, asId<ApiTokenId>('unknown'), later(6))).toBe(false);
      expect(await store.callerByToken(DOOR, 'secret', later(7))).toBeNull();
      expect(await store.listTokens(OPERATOR)).toEqual([{ ...TERMS, tokenId, accountId, withdrawnAt: later(5) }]);
    });

    test('what acts through a token has no role that the token lacks', async () => {
      const { accountId } = await store.signIn(DOOR, 'sub-1', ['reviewer', 'registrar']);
      const access = {
        actor: { kind: 'account', accountId, onlyRoles: ['reviewer'] },
        purpose: 'import_register',
      } as const;
      await expect(store.importAccounts(access, [])).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
      await expect(
        store.listTasks({ ...access, actor: { ...access.actor, onlyRoles: [] } }, { limit: 1 }, MORNING),
      ).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
      expect(await store.listTasks(access, { limit: 1 }, MORNING)).toMatchObject({ tasks: [], next: null });
    });
  });
}
