import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import { asId, type DeliveryKey, type PersonnelNumber } from '../../../src/domain/ids.ts';
import { type Bench, later, type MakeBench, MORNING, OPERATOR, RECEIVER, WORKER } from './bench.ts';
import { entry, header, registerRow } from './people.ts';
import { begin, commit, deliverTasked, importRows, linesOf, newTasks, STALE_AFTER_MS } from './steps.ts';

const PLANTED = [asId<PersonnelNumber>('canary-1')];

export function describeCanaries(makeBench: MakeBench): void {
  describe('planted test persons', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    const run = () => store.canaryRun(OPERATOR, PLANTED);
    const subjects = async () => (await store.readRegister(WORKER, 0 as never, null, 10)).subjects;
    const plant = async () => {
      await importRows(store, [registerRow('P1'), registerRow('canary-1')]);
      const found = await subjects();
      return found.find(({ personnelNumber }) => personnelNumber === 'canary-1')!;
    };
    /** A delivery of theirs with one line. */
    const take = async (name: string, sequence: number): Promise<DeliveryKey> => {
      const wanted = { ...header(name, 1, sequence), sender: 'canary' };
      const opened = await store.openDelivery(RECEIVER, wanted, MORNING, STALE_AFTER_MS);
      if (opened.kind !== 'opened') throw new Error(`expected to open ${name}`);
      await store.appendLines(RECEIVER, opened.deliveryKey, linesOf([entry(name)]), MORNING);
      await store.finaliseDelivery(RECEIVER, opened.deliveryKey, 100, MORNING);
      return opened.deliveryKey;
    };

    test('are nowhere in an empty database, and a real delivery is none of theirs', async () => {
      expect(await run()).toEqual({ last: null, plantedAt: null });
      await importRows(store, [registerRow('P1')]);
      await deliverTasked(store, 'D1', entry('a'), [(await subjects())[0]!.subjectId]);
      expect(await run()).toEqual({ last: null, plantedAt: null });
    });

    test('are planted since they came, and their last delivery is the one with the highest number', async () => {
      await plant();
      await take('C2', 2);
      await take('C1', 1);
      expect(await run()).toMatchObject({ plantedAt: MORNING, last: { deliveryId: 'C2', state: 'screening' } });
    });

    test('are told to be screened by a chunk that is theirs, and by no other', async () => {
      await take('C1', 1);
      const [theirs] = (await store.listUnfinished(WORKER)).chunks;
      expect(await begin(store, theirs?.chunkId)).toMatchObject({ planted: true });
    });

    test('leave with every task about them, and nobody else’s', async () => {
      const canary = await plant();
      const officer = (await subjects()).find(({ personnelNumber }) => personnelNumber === 'P1')!;
      const theirs = entry('theirs');
      await deliverTasked(store, 'D1', entry('a'), [officer.subjectId]);
      await deliverTasked(store, 'D2', theirs, [canary.subjectId]);
      expect(await store.removePlanted(OPERATOR, PLANTED, later(1))).toBe(1);
      expect((await store.countTasks(OPERATOR)).byState).toEqual({ open: 1 });
      expect((await subjects()).map(({ personnelNumber }) => personnelNumber)).toEqual(['P1']);
      expect(await run()).toMatchObject({ plantedAt: null });
      expect(await store.removePlanted(OPERATOR, PLANTED, later(1))).toBe(0);
    });

    test('are told to have left, so that every index forgets them', async () => {
      const canary = await plant();
      const version = await store.registerVersion(WORKER);
      await store.removePlanted(OPERATOR, PLANTED, later(1));
      expect(await store.readRegister(WORKER, version, null, 10)).toMatchObject({ left: [canary.subjectId] });
    });

    test('leave a ledger that reconciles without their tasks', async () => {
      const canary = await plant();
      const deliveryKey = await take('C1', 1);
      const begun = await begin(store, (await store.listUnfinished(WORKER)).chunks[0]?.chunkId);
      const lines = [{ line: 1, outcome: 'tasked', reason: 'new_task' }] as const;
      await commit(store, begun, { lines, cases: [newTasks(entry('C1'), [canary.subjectId])] });
      await store.settleDelivery(WORKER, deliveryKey, MORNING);
      await store.removePlanted(OPERATOR, PLANTED, later(1));
      expect(await store.reconcile(OPERATOR, null)).toMatchObject([{ sender: 'canary', balanced: true }]);
    });
  });
}
