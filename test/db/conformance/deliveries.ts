import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { DeliveryHeader } from '../../../src/domain/delivery.ts';
import { asId, type DeliveryId, type DeliveryKey } from '../../../src/domain/ids.ts';
import { type Bench, later, type MakeBench, MORNING, OPERATOR, RECEIVER, WORKER } from './bench.ts';
import { entry, header } from './people.ts';
import { begin, commit, deliver, linesOf, openNew, STALE_AFTER_MS } from './steps.ts';

const bytes = new TextEncoder().encode('{"kapot":');

export function describeDeliveryStore(makeBench: MakeBench): void {
  describe('deliveries', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    const reopen = (again: DeliveryHeader, at = MORNING) => store.openDelivery(RECEIVER, again, at, STALE_AFTER_MS);

    test('nothing is screened before the delivery is finalised', async () => {
      const key = await openNew(store, 'D1', 1);
      await store.appendLines(RECEIVER, key, linesOf([entry('a')]), MORNING);
      expect((await store.listUnfinished(WORKER)).chunks).toEqual([]);
      expect(await store.deliveryStatus(OPERATOR, key)).toMatchObject({ state: 'receiving', received: 1 });
    });

    test('a delivery goes from receiving through screening to settled', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b'), entry('c')], {
        chunkSize: 2,
      });
      expect(chunkIds).toHaveLength(2);
      for (const chunkId of chunkIds) {
        expect(await store.settleDelivery(WORKER, deliveryKey, MORNING)).toBe(false);
        await commit(store, await begin(store, chunkId));
      }
      expect(await store.settleDelivery(WORKER, deliveryKey, later(5))).toBe(true);
      expect(await store.settleDelivery(WORKER, deliveryKey, later(6))).toBe(false);
      expect(await store.deliveryStatus(OPERATOR, deliveryKey)).toEqual({
        ...{ deliveryKey, deliveryId: 'D1', sender: 'JDS', sequenceNumber: 1, state: 'settled', received: 3 },
        outcomes: { quarantined: 0, superseded: 0, withdrawn: 0, tasked: 0, cleared: 3 },
        ...{ code: null, receivedAt: MORNING, finalisedAt: MORNING, settledAt: later(5) },
      });
    });

    test('the same header again is a duplicate, another one under the same name a conflict', async () => {
      await deliver(store, 'D1', [entry('a')]);
      expect((await reopen(header('D1', 1))).kind).toBe('duplicate');
      expect((await reopen({ ...header('D1', 1), sha256: 'another' })).kind).toBe('conflict');
      expect((await reopen({ ...header('D1', 1), sequenceNumber: 9 })).kind).toBe('conflict');
      expect((await reopen({ ...header('D1', 1), sender: 'canary' })).kind).toBe('opened');
    });

    test('a receipt that is heard from keeps its place; one that is not loses it with its rows', async () => {
      const first = await openNew(store, 'D1', 2);
      await store.appendLines(RECEIVER, first, linesOf([entry('a')]), later(50_000));
      expect((await reopen(header('D1', 2), later(100_000))).kind).toBe('in_progress');
      const taken = await reopen(header('D1', 2), later(110_000));
      expect(taken.kind).toBe('opened');
      expect(await store.appendLines(RECEIVER, first, linesOf([entry('b')]), later(110_001))).toBe(false);
      expect(await store.finaliseDelivery(RECEIVER, first, 10, later(110_002))).toBeNull();
      expect(await store.deliveryStatus(OPERATOR, first)).toBeNull();
      expect(await store.findDelivery(OPERATOR, 'JDS', asId<DeliveryId>('D1'))).toMatchObject({ received: 0 });
    });

    test('of a refused delivery the header and the code remain, and it may be sent again', async () => {
      const key = await openNew(store, 'D1', 2);
      await store.appendLines(RECEIVER, key, linesOf([entry('a')]), MORNING);
      await store.refuseDelivery(RECEIVER, key, 'CHECKSUM_MISMATCH', MORNING);
      const refused = { state: 'refused', code: 'CHECKSUM_MISMATCH', received: 0 };
      expect(await store.deliveryStatus(OPERATOR, key)).toMatchObject(refused);
      expect((await reopen(header('D1', 2))).kind).toBe('opened');
    });

    test('a delivery that was accepted cannot be refused any more', async () => {
      const { deliveryKey } = await deliver(store, 'D1', [entry('a')]);
      await store.refuseDelivery(RECEIVER, deliveryKey, 'DELIVERY_INTERRUPTED', MORNING);
      expect(await store.deliveryStatus(OPERATOR, deliveryKey)).toMatchObject({ state: 'screening', received: 1 });
    });

    test('a mark stays, also when the delivery is settled', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a')]);
      await store.markDelivery(WORKER, deliveryKey, 'CHUNK_FAILED');
      expect(await store.deliveryStatus(OPERATOR, deliveryKey)).toMatchObject({ code: 'CHUNK_FAILED' });
      await commit(store, await begin(store, chunkIds[0]));
      await store.settleDelivery(WORKER, deliveryKey, MORNING);
      expect(await store.deliveryStatus(OPERATOR, deliveryKey)).toMatchObject({
        code: 'CHUNK_FAILED',
        state: 'settled',
      });
    });

    test('a quarantined line is told with its reasons and is never screened', async () => {
      const key = await openNew(store, 'D1', 2);
      const reasons = [
        { code: 'IMPOSSIBLE_DATE', field: 'zaak.feiten[0].pleegdatum' },
        { code: 'NO_FACTS', field: null },
      ] as const;
      const faulty = { kind: 'quarantined', line: 2, messageId: null, reasons, bytes } as const;
      await store.appendLines(RECEIVER, key, [...linesOf([entry('a')]), faulty], MORNING);
      const finalised = await store.finaliseDelivery(RECEIVER, key, 10, MORNING);
      expect((await begin(store, finalised?.chunkIds[0])).lines.map(({ line }) => line)).toEqual([1]);
      expect(await store.listQuarantine(OPERATOR, key, 10)).toEqual([
        { deliveryKey: key, line: 2, messageId: null, reasons },
      ]);
    });

    test('what became of lines is told of those that there are', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('a'), entry('b')], {
        chunkSize: 1,
      });
      await commit(store, await begin(store, chunkIds[0]));
      expect(await store.lineOutcomes(OPERATOR, deliveryKey, [3, 1, 2, 99])).toEqual([
        { line: 1, outcome: 'cleared', reason: 'no_hit' },
        { line: 2, outcome: 'superseded', reason: 'repeat' },
        { line: 3, outcome: null, reason: null },
      ]);
    });

    test('deliveries are listed newest first, a page at a time', async () => {
      for (const [index, name] of ['D1', 'D2', 'D3'].entries()) await reopen(header(name, 1), later(index));
      const names = async (before?: number) =>
        (
          await store.listDeliveries(OPERATOR, { limit: 2, ...(before !== undefined && { before: later(before) }) })
        ).map((status) => status.deliveryId);
      expect(await names()).toEqual(['D3', 'D2']);
      expect(await names(1)).toEqual(['D1']);
    });

    test('a key that nobody knows has no status and can be given nothing', async () => {
      const unknown = asId<DeliveryKey>('unknown');
      expect(await store.deliveryStatus(OPERATOR, unknown)).toBeNull();
      expect(await store.appendLines(RECEIVER, unknown, linesOf([entry('a')]), MORNING)).toBe(false);
      expect(await store.settleDelivery(WORKER, unknown, MORNING)).toBe(false);
    });

    test.each([
      { came: [1, 2], next: 3, missing: [] },
      { came: [1], next: 4, missing: [2, 3] },
      { came: [7], next: 9, missing: [8] },
      { came: [], next: 5, missing: [] },
      { came: [1, 5], next: 3, missing: [2, 4] },
      { came: [1, 2, 5], next: 3, missing: [4] },
      { came: [1, 2, 4], next: 3, missing: [] },
    ])('after $came and $next, $missing are missing', async ({ came, next, missing }) => {
      for (const number of came) await deliver(store, `D${number}`, [], { sequence: number });
      expect((await deliver(store, 'last', [], { sequence: next })).missing).toEqual(missing);
    });

    test('at most a hundred missing numbers are named', async () => {
      await deliver(store, 'D1', [], { sequence: 1 });
      expect((await deliver(store, 'D2', [], { sequence: 5_000 })).missing).toHaveLength(100);
    });
  });
}
