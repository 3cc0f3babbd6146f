import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import { asRegisterVersion } from '../../../src/domain/ids.ts';
import { RETENTION_KINDS } from '../../../src/domain/retention.ts';
import { MORNING, OPERATOR, WORKER } from './bench.ts';
import { entry, registerRow, retraction } from './people.ts';
import { on, openRetentionWorld, plus, type RetentionWorld } from './retention-world.ts';
import { fillRegister, makeTasks } from './review-material.ts';
import { type MakeReviewBench, minutesLater, SETTING_UP } from './review-world.ts';
import { begin, commit, deliver, importRows } from './steps.ts';

/** How long the ledger, the register and the log are kept. */
export function describeRetention(makeBench: MakeReviewBench): void {
  describe('retention of the ledger, the register and the log', () => {
    let world: RetentionWorld;
    let store: Store;
    beforeEach(async () => {
      world = await openRetentionWorld(makeBench);
      ({ store } = world);
    });
    afterEach(() => world.dispose());

    test('looks at every kind of the schedule', async () => {
      expect((await store.countDue(OPERATOR, MORNING)).map(({ kind }) => kind)).toEqual([...RETENTION_KINDS]);
    });

    test('of a case without a task the mark goes after a year, and the ledger still adds up', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b')]);
      await commit(store, await begin(store, chunkIds[0]), { registerVersion: await store.registerVersion(WORKER) });
      expect(await world.dueOn(plus({ months: 12, days: -1 }))).toEqual({});
      expect(await world.eraseAll(plus({ months: 12 }))).toEqual({ cleared_shell: 2 });
      expect(await store.lineOutcomes(OPERATOR, deliveryKey, [1, 2])).toEqual([]);
      expect(await store.reconcile(OPERATOR, deliveryKey)).toMatchObject([
        { received: 2, expired: 2, outcomes: { cleared: 2 }, balanced: true },
      ]);
      expect(await store.deliveryStatus(OPERATOR, deliveryKey)).toMatchObject({
        received: 2,
        outcomes: { cleared: 2 },
      });
    });

    test('within the year an older message does not overtake, after it the case is that of a stranger', async () => {
      const { chunkIds } = await deliver(store, 'D1', [entry('new', 'c', 10), retraction('gone', 'd', 10)]);
      const registerVersion = await store.registerVersion(WORKER);
      const lines = [
        { line: 1, outcome: 'cleared', reason: 'no_hit' },
        { line: 2, outcome: 'withdrawn', reason: 'retraction' },
      ] as const;
      await commit(store, await begin(store, chunkIds[0]), { registerVersion, lines });
      expect(await world.eraseAll(plus({ months: 12, days: -1 }))).toEqual({});
      const early = await deliver(store, 'D2', [entry('old', 'c', 5), entry('older', 'd', 5)], { sequence: 2 });
      expect((await begin(store, early.chunkIds[0])).cases).toMatchObject([
        { newestSnapshot: { messageId: 'JDS-new' } },
        { tombstones: [{ messageId: 'JDS-gone' }] },
      ]);
      expect(await world.eraseAll(plus({ months: 12 }))).toEqual({ cleared_shell: 1, tombstone: 1 });
      expect((await begin(store, early.chunkIds[0])).cases).toMatchObject([
        { newestSnapshot: null },
        { newestSnapshot: null, tombstones: [] },
      ]);
    });

    test('of a quarantined line the hashes go after thirty days, its place and reasons after a year', async () => {
      const { deliveryKey, chunkIds } = await deliver(store, 'D1', [entry('a')]);
      await store.quarantineChunk(WORKER, chunkIds[0]!, MORNING);
      expect(await world.dueOn(plus({ days: 29 }))).toEqual({});
      expect(await world.eraseAll(plus({ days: 30 }))).toEqual({ quarantined_line: 1 });
      expect(await world.dueOn(plus({ days: 30 }))).toEqual({});
      expect(await store.listQuarantine(OPERATOR, deliveryKey, 10)).toMatchObject([
        { line: 1, messageId: 'JDS-a', reasons: [{ code: 'POISON' }] },
      ]);
      expect(await world.eraseAll(plus({ months: 12 }))).toEqual({ cleared_shell: 1 });
      expect(await world.balanced()).toBe(true);
    });

    test('when a basis ended, the next run empties the register of those it covered', async () => {
      const bases = await store.listBases(OPERATOR);
      await store.endBasis(SETTING_UP, bases.find(({ subjectKind }) => subjectKind === 'officer')!.basisId, MORNING);
      expect(await store.countSubjects(OPERATOR)).toMatchObject({ officer: 3 });
      expect(await world.eraseAll(minutesLater(1))).toEqual({ basis_ended: 3 });
      expect(await store.countSubjects(OPERATOR)).toMatchObject({ officer: 0 });
      expect((await store.readRegister(WORKER, asRegisterVersion(0), null, 10)).subjects).toEqual([]);
    });

    test('whose last day of service has passed leaves by itself', async () => {
      await fillRegister(store, 1, { inServiceUntil: { year: 2026, month: 11, day: 30 } });
      expect(await world.dueOn(on('2026-11-30'))).toEqual({});
      expect(await world.eraseAll(on('2026-12-01'))).toEqual({ subject_left: 1 });
    });

    test('a rival who left is not kept in the case of another', async () => {
      await makeTasks(store, world.subjects, [{ about: 'c1', subject: 1, rivals: [2] }]);
      await importRows(store, [registerRow('P-1', { unit: 'Basisteam Zuid' })]);
      expect(await world.eraseAll(minutesLater(1))).toEqual({ subject_left: 1 });
      const [task] = (await store.listTasks(world.access('anne'), { limit: 1 }, minutesLater(2))).tasks;
      const view = await store.viewTask(world.access('anne'), task!.taskId, minutesLater(2));
      expect(view).toMatchObject({ identity: { rivals: [] } });
    });

    test('what is left of a partner without an inquiry goes whole', async () => {
      await importRows(store, [
        registerRow('P-1', { unit: 'Basisteam Zuid' }),
        registerRow('P-9', { kind: 'partner' }),
      ]);
      expect(await world.eraseAll(minutesLater(1))).toEqual({ partner_data: 1 });
      expect(await store.countSubjects(OPERATOR)).toMatchObject({ partner: 0 });
    });

    test('who left is a number in the log for five years, and then nobody', async () => {
      await importRows(store, [registerRow('P-1', { unit: 'Basisteam Zuid' })]);
      expect(await world.dueOn(plus({ months: 60, days: -1 }))).toEqual({});
      expect(await world.eraseAll(plus({ months: 60 }))).toEqual({ audit_mapping: 2 });
    });

    test('the log loses its beginning after ten years, and is still one chain', async () => {
      const { rows, head } = await store.verifyAudit(OPERATOR, null);
      const at = plus({ months: 120 });
      expect(await world.dueOn(plus({ months: 120, days: -1 }))).not.toHaveProperty('audit_row');
      expect(await store.eraseDue(OPERATOR, 'audit_row', 5, at)).toBe(5);
      expect(await store.verifyAudit(OPERATOR, head)).toMatchObject({ ok: true, anchorFound: true, expired: 5 });
      expect(rows).toBeGreaterThan(5);
    });
  });
}
