import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import { type Bench, later, type MakeBench, MORNING, OPERATOR, RECEIVER, WORKER } from './bench.ts';
import { entry, header } from './people.ts';
import {
  begin,
  commit,
  deliver,
  deliverTasked,
  importRows,
  linesOf,
  openNew,
  registerOf,
  STALE_AFTER_MS,
} from './steps.ts';

const NOTHING = {
  oldestUnscreenedAt: null,
  oldestOpenTaskAt: null,
  gaps: [],
  refused: [],
  poisoned: [],
  quarantined: [],
  canaries: [],
  canariesSettledAt: null,
  canariesWaitingSince: null,
  taken: [],
  firstTakenAt: null,
};

export function describeWatch(makeBench: MakeBench): void {
  describe('the figures behind the alarms', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    const figures = (since: EpochMs = MORNING) => store.readWatchFigures(OPERATOR, since);
    const refuse = async (deliveryKey: DeliveryKey): Promise<void> =>
      store.refuseDelivery(RECEIVER, deliveryKey, 'CHECKSUM_MISMATCH', MORNING);
    const poison = async (name: string, of: Entry, sequence: number): Promise<DeliveryKey> => {
      const { deliveryKey, chunkIds } = await deliver(store, name, [of], { sequence });
      await store.quarantineChunk(WORKER, chunkIds[0]!, MORNING);
      return deliveryKey;
    };

    test('an empty database has none, and what is being received counts for nothing', async () => {
      expect(await figures()).toEqual(NOTHING);
      await openNew(store, 'D1', 1);
      expect(await figures()).toEqual(NOTHING);
    });

    test('a line waits until it has its outcome', async () => {
      const { chunkIds } = await deliver(store, 'D1', [entry('a')]);
      expect(await figures()).toMatchObject({ oldestUnscreenedAt: MORNING });
      await commit(store, await begin(store, chunkIds[0]));
      expect(await figures()).toMatchObject({ oldestUnscreenedAt: null });
    });

    test('a task is open until it is closed or withdrawn', async () => {
      const subjects = await registerOf(store, 'P1');
      await deliverTasked(store, 'D1', entry('a'), [subjects[0]!.subjectId]);
      expect(await figures()).toMatchObject({ oldestOpenTaskAt: MORNING });
      // Their tasks are withdrawn when people leave.
      await importRows(store, []);
      expect(await figures()).toMatchObject({ oldestOpenTaskAt: null });
    });

    test('numbers are missing until they are accepted, in whatever order they come', async () => {
      for (const sequence of [1, 4]) await deliver(store, `D${sequence}`, [], { sequence });
      expect(await figures()).toMatchObject({ gaps: [{ sender: 'JDS', missing: [2, 3] }] });
      await deliver(store, 'D2', [], { sequence: 2 });
      expect(await figures()).toMatchObject({ gaps: [{ sender: 'JDS', missing: [3] }] });
      await deliver(store, 'D3', [], { sequence: 3 });
      expect(await figures()).toMatchObject({ gaps: [] });
    });

    test('a refused delivery is told until its number comes under some id', async () => {
      await refuse(await openNew(store, 'D1', 1));
      const told = { sender: 'JDS', deliveryId: 'D1', code: 'CHECKSUM_MISMATCH' };
      expect(await figures()).toMatchObject({ refused: [told] });
      await deliver(store, 'D2', [], { sequence: 2 });
      expect(await figures()).toMatchObject({ refused: [told] });
      await deliver(store, 'D1-mended', [], { sequence: 1 });
      expect(await figures()).toMatchObject({ refused: [] });
    });

    test('an entry that could not be screened is told until it comes again and is', async () => {
      const deliveryKey = await poison('D1', entry('a'), 1);
      expect(await figures()).toMatchObject({ poisoned: [{ deliveryKey, deliveryId: 'D1' }] });
      const again = await poison('D2', entry('a'), 2);
      expect((await figures()).poisoned.map((delivery) => delivery.deliveryKey)).toEqual([deliveryKey, again]);
      const { chunkIds } = await deliver(store, 'D3', [entry('a')], { sequence: 3 });
      expect((await figures()).poisoned).toHaveLength(2);
      await commit(store, await begin(store, chunkIds[0]));
      expect((await figures()).poisoned).toEqual([]);
    });

    test('quarantined lines are counted once their delivery is settled, those that could not be screened left out', async () => {
      const deliveryKey = await openNew(store, 'D1', 3);
      const reasons = [{ code: 'UNREADABLE', field: null }] as const;
      const bad = { kind: 'quarantined', messageId: null, reasons, bytes: Buffer.from('{') } as const;
      const [good] = linesOf([entry('a')]);
      await store.appendLines(RECEIVER, deliveryKey, [good!, { ...bad, line: 2 }, { ...bad, line: 3 }], MORNING);
      const finalised = await store.finaliseDelivery(RECEIVER, deliveryKey, 100, MORNING);
      expect(await figures()).toMatchObject({ quarantined: [] });
      await store.quarantineChunk(WORKER, finalised!.chunkIds[0]!, MORNING);
      await store.settleDelivery(WORKER, deliveryKey, MORNING);
      const told = { deliveryKey, deliveryId: 'D1', quarantined: 2, entries: 3 };
      expect(await figures()).toMatchObject({ quarantined: [told] });
      expect(await figures(later(1))).toMatchObject({ quarantined: [] });
    });

    test('planted persons are told of the last delivery of them, and count for no volume', async () => {
      const plant = async (name: string, sequence: number, at: EpochMs): Promise<void> => {
        const wanted = { ...header(name, 1, sequence), sender: 'canary' };
        const opened = await store.openDelivery(RECEIVER, wanted, at, STALE_AFTER_MS);
        if (opened.kind !== 'opened') throw new Error(`expected to open ${name}`);
        const { deliveryKey } = opened;
        await store.appendLines(RECEIVER, deliveryKey, linesOf([entry(name)]), at);
        const finalised = await store.finaliseDelivery(RECEIVER, deliveryKey, 100, at);
        await commit(store, await begin(store, finalised?.chunkIds[0]));
        await store.settleDelivery(WORKER, deliveryKey, at);
      };
      await plant('C1', 1, MORNING);
      expect(await figures()).toMatchObject({ canaries: [{ messageId: 'JDS-C1', found: false }], taken: [] });
      await plant('C2', 2, later(5));
      expect(await figures()).toMatchObject({ canaries: [{ messageId: 'JDS-C2', found: false }], firstTakenAt: null });
    });

    test('volumes are told from a moment on, and when the first ever came', async () => {
      await deliver(store, 'D1', [entry('a'), entry('b')], { sequence: 1 });
      const first = { at: MORNING, entries: 2 };
      expect(await figures()).toMatchObject({ taken: [first], firstTakenAt: MORNING });
      expect(await figures(later(1))).toMatchObject({ taken: [], firstTakenAt: MORNING });
    });
  });
}
