import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { type Bench, type MakeBench, MORNING, OPERATOR, RECEIVER, WORKER } from './bench.ts';
import { entry, fact, retraction } from './people.ts';
import { begin, commit, deliver, linesOf, openNew } from './steps.ts';

const A = entry('a');
const CHANGED = { ...A, case: { ...A.case, facts: [fact(2)] } };
const REWRITTEN = { ...A, person: { ...A.person } };
const GONE = retraction('g', 'a', 3);

/** What a second delivery of these makes of them, when the first brought `first`. */
const TABLE: readonly {
  readonly first: readonly Entry[];
  readonly second: readonly Entry[];
  readonly superseded: number;
  readonly conflicts: number;
}[] = [
  { first: [A], second: [REWRITTEN], superseded: 1, conflicts: 0 },
  { first: [A], second: [CHANGED], superseded: 0, conflicts: 1 },
  { first: [], second: [A, REWRITTEN, A], superseded: 2, conflicts: 0 },
  { first: [], second: [A, CHANGED, A], superseded: 1, conflicts: 1 },
  { first: [A], second: [CHANGED, CHANGED, A], superseded: 1, conflicts: 2 },
  { first: [GONE], second: [GONE], superseded: 1, conflicts: 0 },
  { first: [A], second: [entry('b', 'a')], superseded: 0, conflicts: 0 },
];

export function describeRepeats(makeBench: MakeBench): void {
  describe('messages that came before', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    test.each(TABLE)('$#: $superseded superseded, $conflicts in conflict', async ({ first, second, ...expected }) => {
      await deliver(store, 'D1', first);
      const { deliveryKey } = await deliver(store, 'D2', second, { sequence: 2 });
      const status = await store.deliveryStatus(OPERATOR, deliveryKey);
      expect(status?.outcomes).toMatchObject({ superseded: expected.superseded, quarantined: expected.conflicts });
      const reasons = (await store.listQuarantine(OPERATOR, deliveryKey, 10)).flatMap((line) => line.reasons);
      expect(reasons).toEqual(Array(expected.conflicts).fill({ code: 'VERSION_CONFLICT', field: null }));
    });

    test('a delivery of nothing but repeats has no chunks and can be settled', async () => {
      await deliver(store, 'D1', [A]);
      const again = await deliver(store, 'D2', [A], { sequence: 2 });
      expect(again.chunkIds).toEqual([]);
      expect((await store.listUnfinished(WORKER)).toSettle).toEqual([
        { deliveryKey: again.deliveryKey, deliveryId: 'D2' },
      ]);
      expect(await store.settleDelivery(WORKER, again.deliveryKey, MORNING)).toBe(true);
    });

    test('what stands in a delivery that was never finalised has not come before', async () => {
      const broken = await openNew(store, 'D1', 1);
      await store.appendLines(RECEIVER, broken, linesOf([CHANGED]), MORNING);
      expect((await deliver(store, 'D2', [A], { sequence: 2 })).chunkIds).toHaveLength(1);
    });

    test('a message that could not be screened may be sent again, mended', async () => {
      const { chunkIds } = await deliver(store, 'D1', [CHANGED]);
      await store.quarantineChunk(WORKER, chunkIds[0]!, MORNING);
      expect((await deliver(store, 'D2', [A], { sequence: 2 })).chunkIds).toHaveLength(1);
    });

    test('a repeat does not make the message that it repeats look old', async () => {
      const { chunkIds } = await deliver(store, 'D1', [A, A]);
      const begun = await begin(store, chunkIds[0]);
      expect(begun.cases).toMatchObject([{ newestSnapshot: null, tombstones: [] }]);
      await commit(store, begun);
      const later = await deliver(store, 'D2', [entry('b', 'a', 1)], { sequence: 2 });
      const { messageId, occurredAt } = A;
      expect((await begin(store, later.chunkIds[0])).cases).toMatchObject([
        { newestSnapshot: { messageId, occurredAt } },
      ]);
    });
  });
}
