import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import { type AccountId, asId, type DeliveryKey } from '../../../src/domain/ids.ts';
import { asAccount, type Bench, type MakeBench, MORNING, OPERATOR, RECEIVER, WORKER } from './bench.ts';
import { entry, header, person, retraction } from './people.ts';
import { begin, commit, deliver, deliverTasked, importRows, linesOf, openNew, registerOf } from './steps.ts';

export function describeProofs(makeBench: MakeBench): void {
  describe('proofs', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    test('a delivery with every outcome is balanced when nothing is left unscreened', async () => {
      const [subject] = await registerOf(store, 'P1');
      await deliverTasked(store, 'D1', entry('a'), [subject!.subjectId]);
      const second = await deliver(store, 'D2', [entry('a'), entry('b'), retraction('c', 'x', 1)], { sequence: 2 });
      const lines = [
        { line: 2, outcome: 'cleared', reason: 'no_hit' },
        { line: 3, outcome: 'withdrawn', reason: 'retraction' },
      ] as const;
      const begun = await begin(store, second.chunkIds[0]);
      const open = await store.reconcile(OPERATOR, second.deliveryKey);
      expect(open).toMatchObject([{ declared: 3, received: 3, unscreened: 2, faults: [], balanced: false }]);
      await commit(store, begun, { lines });
      expect(await store.reconcile(OPERATOR, null)).toMatchObject([
        { deliveryId: 'D1', balanced: true, outcomes: { tasked: 1 }, faults: [] },
        { deliveryId: 'D2', balanced: true, outcomes: { superseded: 1, cleared: 1, withdrawn: 1 }, faults: [] },
      ]);
    });

    test('a delivery that declares more than it has is not balanced', async () => {
      const key = await openNew(store, 'D1', 5);
      await store.appendLines(RECEIVER, key, linesOf([entry('a')]), MORNING);
      const finalised = await store.finaliseDelivery(RECEIVER, key, 10, MORNING);
      await commit(store, await begin(store, finalised?.chunkIds[0]));
      expect(await store.reconcile(OPERATOR, key)).toMatchObject([{ declared: 5, received: 1, balanced: false }]);
    });

    test('refused, receiving and unknown deliveries have no lines to account for', async () => {
      await openNew(store, 'D1', 1);
      const refused = await openNew(store, 'D2', 1, 2);
      await store.refuseDelivery(RECEIVER, refused, 'COUNT_MISMATCH', MORNING);
      expect(await store.reconcile(OPERATOR, null)).toEqual([]);
      expect(await store.reconcile(OPERATOR, asId<DeliveryKey>('unknown'))).toEqual([]);
    });

    test('the ledger of a case whose subject left is still balanced', async () => {
      const [subject] = await registerOf(store, 'P1');
      await deliverTasked(store, 'D1', entry('a'), [subject!.subjectId]);
      await importRows(store, []);
      expect(await store.reconcile(OPERATOR, null)).toMatchObject([{ balanced: true, faults: [] }]);
    });

    test('an empty audit log is whole', async () => {
      const empty = { rows: 0, ok: true, head: '', brokenAt: null, expired: 0, restores: [] };
      expect(await store.verifyAudit(OPERATOR, null)).toEqual({ ...empty, anchorFound: null });
    });

    test('an anchor is found while the rows up to it stand', async () => {
      await deliver(store, 'D1', [entry('a')]);
      const { head } = await store.verifyAudit(OPERATOR, null);
      await deliver(store, 'D2', [entry('b')], { sequence: 2 });
      expect(await store.verifyAudit(OPERATOR, head)).toMatchObject({ ok: true, anchorFound: true });
      expect(await store.verifyAudit(OPERATOR, 'f'.repeat(64))).toMatchObject({ ok: false, anchorFound: false });
    });

    test('every write leaves one row that says who, what for and how much', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b')]);
      const begun = await begin(store, chunkIds[0]);
      await commit(store, begun, { counts: { NO_BASIS: 2 } });
      const rows = await store.listAudit(OPERATOR, 0, 100);
      expect(rows.map(({ action }) => action)).toEqual([
        ...['open_delivery', 'append_lines', 'finalise_delivery', 'begin_chunk', 'commit_chunk'],
      ]);
      expect(rows[1]).toEqual({
        ...{ sequence: 2, at: MORNING, actor: 'system:cli', purpose: 'receive_delivery', action: 'append_lines' },
        details: { deliveryKey, lines: 2 },
      });
      expect(rows[4]?.details).toMatchObject({ chunkId: chunkIds[0], cleared: 2, NO_BASIS: 2, result: 'committed' });
      expect(await store.listAudit(OPERATOR, 3, 1)).toMatchObject([{ sequence: 4 }]);
    });

    test('what a person looks at is recorded, what the machine polls is not', async () => {
      const auditor = asAccount(asId<AccountId>('auditor-1'), 'audit');
      await store.listDeliveries(WORKER, { limit: 1 });
      await store.registerVersion(WORKER);
      await store.listDeliveries(auditor, { limit: 1 });
      await store.listAlarms(auditor, 'open', 1);
      const rows = await store.listAudit(auditor, 0, 100);
      expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
        ['account:auditor-1', 'list_deliveries'],
        ['account:auditor-1', 'list_alarms'],
      ]);
    });

    test('no row of the audit log names anybody or any case', async () => {
      const [subject] = await registerOf(store, 'P-123456');
      const about = entry('a', 'zaaknummer', 0, { person: person('Geheimenaar', { bsn: '999990019' }) });
      await deliverTasked(store, 'D1', about, [subject!.subjectId]);
      await store.findDelivery(OPERATOR, 'JDS', header('D1', 1).deliveryId);
      const log = JSON.stringify(await store.listAudit(OPERATOR, 0, 1_000));
      for (const personal of ['P-123456', 'Geheimenaar', '999990019', 'zaaknummer'])
        expect(log).not.toContain(personal);
      expect(log).toContain('commit_chunk');
    });
  });
}
