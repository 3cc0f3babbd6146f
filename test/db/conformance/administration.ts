import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { Account } from '../../../src/domain/account.ts';
import type { AlarmToRaise } from '../../../src/domain/alarm.ts';
import type { NewLegalBasis } from '../../../src/domain/basis.ts';
import { type AccountId, asId, type BasisId, type PersonnelNumber } from '../../../src/domain/ids.ts';
import { fictitiousBases } from '../../../src/legal/default-bases.ts';
import { as, asAccount, type Bench, later, type MakeBench, MORNING, OPERATOR } from './bench.ts';
import { refused } from './refused.ts';

const SETTING_UP = as('set-up', 'set_up');
const REGISTRAR = asId<AccountId>('registrar');
const COLLEAGUE = asId<AccountId>('colleague');

const ACCOUNT: Omit<Account, 'accountId'> = {
  ...{ name: 'reviewer1', roles: ['reviewer'], personnelNumber: asId<PersonnelNumber>('P9'), unit: 'Unit 9' },
  declaredConflicts: [asId<PersonnelNumber>('P8')],
};

const GAP: AlarmToRaise = { code: 'SEQUENCE_GAP', about: 'JDS', params: { missing: 2 } };

export function describeAdministration(makeBench: MakeBench): void {
  describe('administration', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    test('an account is found by its name and added once', async () => {
      expect(await store.addAccounts(SETTING_UP, [ACCOUNT, { ...ACCOUNT, name: 'senior' }])).toBe(2);
      expect(await store.addAccounts(SETTING_UP, [{ ...ACCOUNT, unit: 'Unit 1' }])).toBe(0);
      expect(await store.accountByName(OPERATOR, 'reviewer1')).toEqual({ ...ACCOUNT, accountId: expect.any(String) });
      expect(await store.accountByName(OPERATOR, 'nobody')).toBeNull();
    });

    const [fictitious] = fictitiousBases() as readonly [NewLegalBasis, ...NewLegalBasis[]];
    const real: NewLegalBasis = { ...fictitious, recordedBy: REGISTRAR, fictitious: false };

    test('a new database has no basis', async () => {
      expect(await store.listBases(OPERATOR)).toEqual([]);
    });

    test.each([
      { basis: real, by: COLLEAGUE, confirmed: true },
      { basis: real, by: REGISTRAR, confirmed: false },
      { basis: fictitious, by: 'set-up' as const, confirmed: true },
      { basis: { ...fictitious, fictitious: false }, by: 'set-up' as const, confirmed: false },
    ])('recorded by $basis.recordedBy, $by confirms: $confirmed', async ({ basis, by, confirmed }) => {
      const basisId = await store.recordBasis(SETTING_UP, basis, MORNING);
      const confirming = store.confirmBasis(SETTING_UP, basisId, by, later(1));
      if (confirmed) await confirming;
      else await expect(confirming).rejects.toMatchObject(refused('BASIS_REFUSED', 'own_record'));
      const since = confirmed ? { confirmedBy: by, confirmedAt: later(1) } : { confirmedBy: null, confirmedAt: null };
      const stored = { ...basis, basisId, recordedAt: MORNING, ...since, endedAt: null };
      expect(await store.listBases(OPERATOR)).toEqual([stored]);
    });

    test('a basis is confirmed once, and every change of one makes a register version', async () => {
      const basisId = await store.recordBasis(SETTING_UP, real, MORNING);
      expect(await store.registerVersion(OPERATOR)).toBe(1);
      const confirm = (id: BasisId) => store.confirmBasis(SETTING_UP, id, COLLEAGUE, MORNING);
      await confirm(basisId);
      await expect(confirm(basisId)).rejects.toMatchObject(refused('BASIS_REFUSED', 'confirmed_before'));
      await expect(confirm(asId('unknown'))).rejects.toMatchObject(refused('BASIS_REFUSED', 'unknown'));
      expect(await store.registerVersion(OPERATOR)).toBe(2);
    });

    test('a basis is ended once, also before it was confirmed, and cannot be confirmed after', async () => {
      const basisId = await store.recordBasis(SETTING_UP, real, MORNING);
      expect(await store.endBasis(SETTING_UP, basisId, later(1))).toEqual({ withdrawnTasks: 0 });
      const [ended, unknown] = [refused('BASIS_REFUSED', 'ended_before'), refused('BASIS_REFUSED', 'unknown')];
      await expect(store.endBasis(SETTING_UP, basisId, later(2))).rejects.toMatchObject(ended);
      await expect(store.endBasis(SETTING_UP, asId('unknown'), later(2))).rejects.toMatchObject(unknown);
      await expect(store.confirmBasis(SETTING_UP, basisId, COLLEAGUE, later(3))).rejects.toMatchObject(ended);
      expect(await store.listBases(OPERATOR)).toMatchObject([{ endedAt: later(1), confirmedAt: null }]);
      expect(await store.registerVersion(OPERATOR)).toBe(2);
    });

    test('only registrars change the law, each under the own name', async () => {
      await store.addAccounts(SETTING_UP, [ACCOUNT, { ...ACCOUNT, name: 'registrar', roles: ['registrar'] }]);
      const [reviewer, registrar] = await Promise.all(
        ['reviewer1', 'registrar'].map(async (name) => (await store.accountByName(OPERATOR, name))!.accountId),
      );
      const [other, right] = [reviewer!, registrar!].map((id) => asAccount(id, 'legal_administration'));
      const forbidden = expect.objectContaining({ code: 'ROLE_FORBIDS' });
      const basis = { ...real, recordedBy: registrar! };
      await expect(store.recordBasis(other!, { ...real, recordedBy: reviewer! }, MORNING)).rejects.toEqual(forbidden);
      await expect(store.recordBasis(right!, { ...real, recordedBy: reviewer! }, MORNING)).rejects.toEqual(forbidden);
      const basisId = await store.recordBasis(right!, basis, MORNING);
      await expect(store.confirmBasis(right!, basisId, COLLEAGUE, MORNING)).rejects.toEqual(forbidden);
      const own = refused('BASIS_REFUSED', 'own_record');
      await expect(store.confirmBasis(right!, basisId, registrar!, MORNING)).rejects.toMatchObject(own);
      const tried = (await store.listAudit(OPERATOR, 0, 100)).at(-1);
      expect(tried).toMatchObject({ action: 'confirm_basis', actor: `account:${registrar}` });
      await expect(store.endBasis(other!, basisId, MORNING)).rejects.toEqual(forbidden);
      expect(await store.endBasis(right!, basisId, MORNING)).not.toBeNull();
    });

    test('an alarm is one per code and subject until its cause is gone', async () => {
      const first = await store.raiseAlarm(OPERATOR, GAP, MORNING);
      expect(await store.raiseAlarm(OPERATOR, { ...GAP, params: { missing: 3 } }, later(5))).toBe(first);
      const other = await store.raiseAlarm(OPERATOR, { ...GAP, about: 'canary' }, later(6));
      expect(await store.listAlarms(OPERATOR, 'open', 10)).toMatchObject([
        { alarmId: other },
        { alarmId: first, raisedAt: MORNING, lastSeenAt: later(5), params: { missing: 3 }, acknowledgedReason: '' },
      ]);
      expect(await store.clearAlarm(OPERATOR, GAP.code, GAP.about, later(7))).toBe(true);
      expect(await store.clearAlarm(OPERATOR, GAP.code, GAP.about, later(8))).toBe(false);
      expect(await store.raiseAlarm(OPERATOR, GAP, later(9))).not.toBe(first);
      expect(await store.listAlarms(OPERATOR, 'open', 10)).toHaveLength(2);
      expect(await store.listAlarms(OPERATOR, 'all', 10)).toHaveLength(3);
      expect(await store.listAlarms(OPERATOR, 'all', 1)).toHaveLength(1);
    });

    test('an alarm is acknowledged once, with the reason, and stays open', async () => {
      const alarmId = await store.raiseAlarm(OPERATOR, GAP, MORNING);
      expect(await store.acknowledgeAlarm(OPERATOR, alarmId, 'nagevraagd', later(1))).toBe(true);
      expect(await store.acknowledgeAlarm(OPERATOR, alarmId, 'nogmaals', later(2))).toBe(false);
      expect(await store.listAlarms(OPERATOR, 'open', 10)).toMatchObject([
        { alarmId, acknowledgedAt: later(1), acknowledgedReason: 'nagevraagd', clearedAt: null },
      ]);
      await store.clearAlarm(OPERATOR, GAP.code, GAP.about, later(3));
      expect(await store.acknowledgeAlarm(OPERATOR, alarmId, 'te laat', later(4))).toBe(false);
    });
  });
}
