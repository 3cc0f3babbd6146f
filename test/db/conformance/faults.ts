import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { type Bench, type MakeBench, MORNING, OPERATOR, RECEIVER, WORKER } from './bench.ts';
import { entry, header, registerRow } from './people.ts';
import { begin, commit, deliver, importRows, linesOf, newTasks, openNew, registerOf } from './steps.ts';

class PlannedFault extends Error {}

/**
 * The Store asks for the time when it writes the audit row, which is the last thing that a transaction does. A clock
 * that throws is therefore a fault after everything was written and before anything was kept.
 */
class BrittleClock implements Clock {
  broken = false;

  now() {
    if (this.broken) throw new PlannedFault();
    return MORNING;
  }
}

export function describeFaults(makeBench: MakeBench): void {
  describe('faults', () => {
    let bench: Bench;
    let clock: BrittleClock;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      clock = new BrittleClock();
      store = await bench.open(clock);
    });
    afterEach(() => bench.dispose());

    async function broken(act: () => Promise<unknown>): Promise<void> {
      clock.broken = true;
      await expect(act()).rejects.toThrow(PlannedFault);
      clock.broken = false;
    }

    test('an append that fails keeps no line, and the next one finds the place free', async () => {
      const key = await openNew(store, 'D1', 2);
      await broken(() => store.appendLines(RECEIVER, key, linesOf([entry('a'), entry('b')]), MORNING));
      expect(await store.deliveryStatus(OPERATOR, key)).toMatchObject({ received: 0 });
      expect(await store.appendLines(RECEIVER, key, linesOf([entry('a'), entry('b')]), MORNING)).toBe(true);
    });

    test('a finalisation that fails leaves the delivery receiving, with no chunk and no outcome', async () => {
      const key = await openNew(store, 'D1', 2);
      await store.appendLines(RECEIVER, key, linesOf([entry('a'), entry('a')]), MORNING);
      await broken(() => store.finaliseDelivery(RECEIVER, key, 10, MORNING));
      const status = await store.deliveryStatus(OPERATOR, key);
      expect(status).toMatchObject({ state: 'receiving', outcomes: { superseded: 0 } });
      expect((await store.listUnfinished(WORKER)).chunks).toEqual([]);
    });

    test('a chunk that fails at the end leaves no task, no outcome and every content', async () => {
      const [subject] = await registerOf(store, 'P1');
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b')]);
      const begun = await begin(store, chunkIds[0]);
      const lines = [
        { line: 1, outcome: 'tasked', reason: 'new_task' },
        { line: 2, outcome: 'cleared', reason: 'no_hit' },
      ] as const;
      const cases = [newTasks(entry('a'), [subject!.subjectId])];
      await broken(() => commit(store, begun, { lines, cases }));
      expect(await store.countTasks(OPERATOR)).toMatchObject({ byState: {} });
      expect((await store.deliveryStatus(OPERATOR, deliveryKey))?.outcomes).toMatchObject({ tasked: 0, cleared: 0 });
      const again = await begin(store, chunkIds[0]);
      expect(again.lines).toEqual(begun.lines);
      expect(await commit(store, again, { lines, cases })).toMatchObject({ kind: 'committed' });
    });

    test('a register that fails in the middle changes nobody', async () => {
      await importRows(store, [registerRow('P1')]);
      await broken(() => importRows(store, [registerRow('P2')]));
      expect(await store.registerVersion(WORKER)).toBe(1);
      expect(await importRows(store, [registerRow('P1')])).toMatchObject({ unchanged: 1, joined: 0, left: 0 });
    });

    test('what failed has left no row in the audit log, and the chain holds', async () => {
      const key = await openNew(store, 'D1', 1);
      const before = await store.verifyAudit(OPERATOR, null);
      await broken(() => store.appendLines(RECEIVER, key, linesOf([entry('a')]), MORNING));
      const after = await store.verifyAudit(OPERATOR, before.head);
      expect(after).toMatchObject({ ok: true, rows: before.rows + 1, anchorFound: true });
    });

    test('two Stores on the same data: one opens the delivery, the other is told so', async () => {
      const other = await bench.open();
      const open = (by: Store) => by.openDelivery(RECEIVER, header('D1', 1), MORNING, 1_000);
      const kinds = (await Promise.all([open(store), open(other)])).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['in_progress', 'opened']);
    });

    test('two Stores that screen the chunks of one case in turn leave one task, whoever is first', async () => {
      const other = await bench.open();
      const [subject] = await registerOf(store, 'P1');
      const messages = [entry('a1', 'a', 0), entry('a2', 'a', 1)];
      const { chunkIds } = await deliver(store, 'D1', messages, { chunkSize: 1 });
      const begun = [await begin(store, chunkIds[0]), await begin(other, chunkIds[1])] as const;
      const tasked = (line: number) => [{ line, outcome: 'tasked', reason: 'new_task' }] as const;
      const commits = await Promise.all([
        commit(store, begun[0], { lines: tasked(1), cases: [newTasks(messages[0]!, [subject!.subjectId])] }),
        commit(other, begun[1], { lines: tasked(2), cases: [newTasks(messages[1]!, [subject!.subjectId])] }),
      ]);
      expect(commits.map(({ kind }) => kind).sort()).toEqual(['committed', 'stale']);
      expect(await other.countTasks(OPERATOR)).toMatchObject({ byState: { open: 1 } });
    });

    test('the audit rows of two Stores form one chain', async () => {
      const other = await bench.open();
      const acts = Array.from({ length: 20 }, (_, index) =>
        openNew(index % 2 === 0 ? store : other, `D${index}`, 1, index + 1),
      );
      await Promise.all(acts);
      expect(await other.verifyAudit(OPERATOR, null)).toMatchObject({ ok: true, rows: 20, brokenAt: null });
    });
  });
}
