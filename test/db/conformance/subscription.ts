import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import { fictitiousBases } from '../../../src/legal/default-bases.ts';
import { as, asAccount, type Bench, type MakeBench, MORNING, OPERATOR } from './bench.ts';
import { registerRow } from './people.ts';
import { importRows } from './steps.ts';

const SETTING_UP = as('set-up', 'set_up');
const EXPORTING = as('cli', 'export_register');
const YESTERDAY = { year: 2026, month: 11, day: 22 };
const TOMORROW = { year: 2026, month: 11, day: 24 };

function row(bsn: string | null, overrides: Partial<RegisterRow> = {}): RegisterRow {
  const plain = registerRow(`P-${bsn}`);
  return { ...plain, ...overrides, identity: { ...plain.identity, bsn, surname: 'Zonderling' } };
}

/** who stands in the register · whether the source is told of them */
const ROWS = [
  { says: 'an officer', row: row('999990019'), named: true },
  { says: 'an external', row: row('999990019', { kind: 'external' }), named: true },
  { says: 'under regime VOG', row: row('999990019', { regime: 'VOG' }), named: false },
  { says: 'in a position of trust', row: row('999990019', { regime: 'position_of_trust' }), named: false },
  { says: 'who left yesterday', row: row('999990019', { inServiceUntil: YESTERDAY }), named: false },
  { says: 'who joins tomorrow', row: row('999990019', { inServiceFrom: TOMORROW }), named: false },
  { says: 'a partner', row: row('999990019', { kind: 'partner' }), named: false },
  { says: 'a planted test person', row: row('999990019', { organisation: ' Canary' }), named: false },
  { says: 'without a BSN', row: row(null), named: false, withoutBsn: 1 },
  { says: 'with a BSN that cannot be one', row: row('999990018'), named: false, withoutBsn: 1 },
];

/** Whom the source is asked to subscribe the installation to. */
export function describeSubscription(makeBench: MakeBench): void {
  describe('the subscription at the source', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    async function confirmBases(): Promise<void> {
      for (const basis of fictitiousBases()) {
        const basisId = await store.recordBasis(SETTING_UP, basis, MORNING);
        await store.confirmBasis(SETTING_UP, basisId, 'set-up', MORNING);
      }
    }

    test.each(ROWS)('$says: named $named', async ({ row: subject, named, withoutBsn = 0 }) => {
      await confirmBases();
      await importRows(store, [subject]);
      const { givenNames, particle, surname } = subject.identity;
      const persons = named ? [{ bsn: '999990019', givenNames, particle, surname }] : [];
      expect(await store.exportSubscription(EXPORTING, 'subscription', MORNING)).toEqual({ persons, withoutBsn });
    });

    test('nobody, when no basis is in force', async () => {
      await importRows(store, [row('999990019')]);
      expect((await store.exportSubscription(EXPORTING, 'subscription', MORNING)).persons).toEqual([]);
    });

    test('is for registrars, and leaves an audit row that names nobody', async () => {
      const account = { personnelNumber: null, unit: '', declaredConflicts: null };
      await store.addAccounts(SETTING_UP, [
        { ...account, name: 'registrar', roles: ['registrar'] },
        { ...account, name: 'operator', roles: ['operator'] },
      ]);
      const access = async (name: string) =>
        asAccount((await store.accountByName(OPERATOR, name))!.accountId, 'export_register');
      await confirmBases();
      await importRows(store, [row('999990019')]);
      const refused = store.exportSubscription(await access('operator'), 'subscription', MORNING);
      await expect(refused).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
      await store.exportSubscription(await access('registrar'), 'subscription', MORNING);
      const rows = (await store.listAudit(OPERATOR, 0, 100)).filter(({ action }) => action === 'export_subscription');
      expect(rows).toMatchObject([
        { purpose: 'export_register', details: { refusal: 'role_forbids' } },
        { purpose: 'export_register', details: { feedMode: 'subscription', persons: 1, withoutBsn: 0 } },
      ]);
    });
  });
}
