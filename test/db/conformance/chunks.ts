import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import { asId, asRegisterVersion, type ChunkId } from '../../../src/domain/ids.ts';
import { type Bench, type MakeBench, MORNING, OPERATOR, WORKER } from './bench.ts';
import { caseNumber, entry, registerRow, retraction } from './people.ts';
import { begin, commit, deliver, importRows, newTasks, openNew, registerOf, resultOf } from './steps.ts';

export function describeChunkStore(makeBench: MakeBench): void {
  describe('chunks', () => {
    let bench: Bench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.dispose());

    test('a chunk gives its entries back as they came, and counts the attempt first', async () => {
      const entries = [entry('a'), retraction('b', 'other', 1, [1, 2]), entry('c')];
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', entries);
      const begun = await begin(store, chunkIds[0]);
      expect(begun).toMatchObject({ deliveryKey, attempt: 1 });
      expect(begun.lines).toEqual(entries.map((given, index) => ({ line: index + 1, entry: given })));
      expect((await begin(store, chunkIds[0])).attempt).toBe(2);
    });

    test('the last chunk leaves nothing unscreened, and a done chunk is nothing to do', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b')], { chunkSize: 1 });
      const first = await begin(store, chunkIds[0]);
      expect(await commit(store, first)).toEqual({ kind: 'committed', deliveryKey, unscreened: 1 });
      expect(await commit(store, await begin(store, chunkIds[1]))).toMatchObject({ unscreened: 0 });
      expect(await store.beginChunk(WORKER, chunkIds[0]!, MORNING)).toEqual({ kind: 'nothing_to_do', deliveryKey });
      expect(await commit(store, first)).toEqual({ kind: 'superseded' });
      const unknown = asId<ChunkId>('unknown');
      expect(await store.beginChunk(WORKER, unknown, MORNING)).toEqual({ kind: 'nothing_to_do', deliveryKey: null });
    });

    test('a worker that froze comes too late when another has begun', async () => {
      const { chunkIds } = await deliver(store, 'D1', [entry('a')]);
      const frozen = await begin(store, chunkIds[0]);
      const other = await begin(store, chunkIds[0]);
      expect(await commit(store, frozen)).toEqual({ kind: 'superseded' });
      expect(await commit(store, other)).toMatchObject({ kind: 'committed' });
    });

    test('an attempt is taken back only by the one that counted it last', async () => {
      const { chunkIds } = await deliver(store, 'D1', [entry('a')]);
      const first = await begin(store, chunkIds[0]);
      await store.uncountAttempt(WORKER, first.chunkId, first.attempt);
      const second = await begin(store, chunkIds[0]);
      expect(second.attempt).toBe(1);
      const third = await begin(store, chunkIds[0]);
      await store.uncountAttempt(WORKER, second.chunkId, second.attempt);
      expect(await commit(store, third)).toMatchObject({ kind: 'committed' });
    });

    test('a result that leaves a line of the chunk out is refused as a whole', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b')]);
      const begun = await begin(store, chunkIds[0]);
      await expect(commit(store, begun, { lines: resultOf(begun).lines.slice(1) })).rejects.toThrow('lines of a chunk');
      expect((await store.deliveryStatus(OPERATOR, deliveryKey))?.outcomes.cleared).toBe(0);
    });

    describe('is stale, writing nothing, when', () => {
      const stranger = entry('z', 'a', 9);

      async function twoChunksOfOneCase() {
        const [subject] = await registerOf(store, 'P1');
        const { chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b', 'a', 1)], { chunkSize: 1 });
        return { subject: subject!, first: await begin(store, chunkIds[0]), second: await begin(store, chunkIds[1]) };
      }

      test('the register has moved', async () => {
        const { first } = await twoChunksOfOneCase();
        await importRows(store, [registerRow('P1'), registerRow('P2')]);
        expect(await commit(store, first)).toEqual({ kind: 'stale', what: 'register' });
        expect(await commit(store, first, { registerVersion: asRegisterVersion(2) })).toMatchObject({
          kind: 'committed',
        });
      });

      test('another chunk has screened a message of the same case', async () => {
        const { first, second } = await twoChunksOfOneCase();
        await commit(store, first);
        expect(await commit(store, second)).toEqual({ kind: 'stale', what: 'case' });
        expect(await commit(store, await begin(store, second.chunkId))).toMatchObject({ kind: 'committed' });
      });

      test('the facts of another, confirmed case of the subject may have changed', async () => {
        const { subject, first } = await twoChunksOfOneCase();
        const [pair] = await store.readPairs(WORKER, [
          { person: stranger.person, caseNumber: caseNumber('a'), subjectId: subject.subjectId },
        ]);
        const expectedDispositions = [{ subjectId: subject.subjectId, version: `${pair?.dispositionVersion} before` }];
        expect(await commit(store, first, { expectedDispositions })).toEqual({ kind: 'stale', what: 'disposition' });
      });

      test('somebody has done something with the task', async () => {
        const { subject, first } = await twoChunksOfOneCase();
        const lines = [{ line: 1, outcome: 'tasked', reason: 'new_task' }] as const;
        await commit(store, first, { lines, cases: [newTasks(entry('a'), [subject.subjectId])] });
        const again = await begin(store, (await deliver(store, 'D2', [stranger], { sequence: 2 })).chunkIds[0]);
        const [task] = again.cases[0]!.tasks;
        const reason = 'no_longer_a_hit' as const;
        const withdraw = {
          kind: 'withdraw',
          taskId: task!.taskId,
          expectedVersion: task!.version + 1,
          reason,
        } as const;
        const write = {
          caseNumber: caseNumber('a'),
          content: null,
          hits: null,
          tasks: [withdraw],
          retractedUpTo: null,
        };
        expect(await commit(store, again, { cases: [write] })).toEqual({ kind: 'stale', what: 'disposition' });
      });
    });

    test('a chunk that fails too often is replaced by chunks of one line each', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b'), entry('c')]);
      const parts = await store.splitChunk(WORKER, chunkIds[0]!);
      expect(parts).toHaveLength(3);
      expect(await store.splitChunk(WORKER, chunkIds[0]!)).toEqual([]);
      expect(await store.splitChunk(WORKER, parts[0]!)).toEqual([]);
      expect((await store.listUnfinished(WORKER)).chunks.map(({ chunkId }) => chunkId)).toEqual(parts);
      const committed = { kind: 'committed', deliveryKey, unscreened: 2 };
      expect(await store.quarantineChunk(WORKER, parts[1]!, MORNING)).toEqual(committed);
      expect(await store.quarantineChunk(WORKER, parts[1]!, MORNING)).toEqual({ kind: 'superseded' });
      expect(await store.listQuarantine(OPERATOR, deliveryKey, 10)).toEqual([
        { deliveryKey, line: 2, messageId: 'JDS-b', reasons: [{ code: 'POISON', field: null }] },
      ]);
      for (const part of [parts[0], parts[2]]) await commit(store, await begin(store, part));
      expect(await store.settleDelivery(WORKER, deliveryKey, MORNING)).toBe(true);
    });

    test('what is unfinished is told until it is not', async () => {
      const key = await openNew(store, 'D9', 1, 9);
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a')]);
      expect(await store.listUnfinished(WORKER)).toEqual({
        chunks: [{ chunkId: chunkIds[0], deliveryKey, deliveryId: 'D1' }],
        toSettle: [],
        receiving: [{ deliveryKey: key, deliveryId: 'D9', lastHeardAt: MORNING }],
      });
      await commit(store, await begin(store, chunkIds[0]));
      expect(await store.listUnfinished(WORKER)).toMatchObject({ chunks: [], toSettle: [{ deliveryKey }] });
      await store.settleDelivery(WORKER, deliveryKey, MORNING);
      expect(await store.listUnfinished(WORKER)).toMatchObject({ chunks: [], toSettle: [] });
    });
  });
}
