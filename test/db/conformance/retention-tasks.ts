import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../db/store.ts';
import { asId, type HoldId, type TaskId } from '../../../src/domain/ids.ts';
import type { RefusalReason } from '../../../src/domain/refusals.ts';
import { MORNING, OPERATOR, WORKER } from './bench.ts';
import { entry, registerRow, retraction } from './people.ts';
import { refused } from './refused.ts';
import { ORDER, openRetentionWorld, plus, type RetentionWorld } from './retention-world.ts';
import { makeTasks } from './review-material.ts';
import { type MakeReviewBench, minutesLater } from './review-world.ts';
import { begin, commit, deliver, importRows } from './steps.ts';

/** How long tasks are kept, and what a legal order holds. */
export function describeTaskRetention(makeBench: MakeReviewBench): void {
  describe('retention of tasks', () => {
    let world: RetentionWorld;
    let store: Store;
    beforeEach(async () => {
      world = await openRetentionWorld(makeBench);
      ({ store } = world);
      await makeTasks(store, world.subjects, [
        { about: 'c1', subject: 1, rating: 'medium' },
        { about: 'c2', subject: 2, rating: 'low' },
      ]);
    });
    afterEach(() => world.dispose());

    test.each([
      { verdict: 'someone_else', relevance: undefined, kind: 'false_match', term: { days: 30 } },
      { verdict: 'same_person', relevance: 'propose_investigation', kind: 'task_content', term: { months: 60 } },
    ] as const)('$verdict, $relevance: $kind', async ({ verdict, relevance, kind, term }) => {
      const { taskId } = await world.decide(verdict, relevance);
      const { days = 0, months = 0 } = term;
      expect((await world.dueOn(plus({ months, days: days - 1 })))[kind]).toBeUndefined();
      expect((await world.dueOn(plus(term)))[kind]).toBeGreaterThan(0);
      await store.eraseDue(OPERATOR, kind, 100, plus(term));
      expect((await world.dueOn(plus(term)))[kind]).toBeUndefined();
      const shown = await store.viewTask(world.access('senior'), taskId, minutesLater(1));
      expect(shown).toMatchObject({ kind: 'refused', refusal: 'wrong_state' });
      expect(await world.states()).toMatchObject({ withdrawn: kind === 'task_content' ? 2 : 1 });
      expect(await world.balanced()).toBe(true);
    });

    test('what was not relevant goes after two years', async () => {
      await world.decide('same_person', 'not_relevant');
      expect(await world.dueOn(plus({ months: 24, days: -1 }))).not.toHaveProperty('not_relevant');
      expect(await world.eraseAll(plus({ months: 24 }))).toMatchObject({ not_relevant: 1 });
      expect(await world.balanced()).toBe(true);
    });

    test('a dismissed pair stays suppressed after its task was erased, and is known no longer than two years', async () => {
      await world.decide('someone_else');
      const pair = async () => {
        const about = entry('D1-c1', 'c1', 0);
        const [known] = await store.readPairs(WORKER, [
          {
            person: { ...about.person, surname: 'Verdachtec1' },
            caseNumber: about.case.caseNumber,
            subjectId: world.subjects[0]!.subjectId,
          },
        ]);
        return known!.earlierVerdict;
      };
      await world.eraseAll(plus({ days: 30 }));
      expect(await pair()).toEqual({ verdict: 'someone_else', sameEvidence: true });
      expect(await world.eraseAll(plus({ months: 24, days: -1 }))).not.toHaveProperty('dismissed_pair');
      expect(await pair()).not.toBeNull();
      expect(await world.eraseAll(plus({ months: 24 }))).toHaveProperty('dismissed_pair', 1);
      expect(await pair()).toBeNull();
    });

    test('an order holds what may be held, and nothing else; released, it is due again', async () => {
      const { taskId } = await world.decide('someone_else');
      const by = world.registrar;
      const holdId = await store.placeHold(by, { taskId, ...ORDER }, MORNING);
      expect(await world.eraseAll(plus({ days: 30 }))).toEqual({});
      expect(await store.countDue(OPERATOR, plus({ days: 30 }))).toContainEqual({
        kind: 'false_match',
        due: 0,
        held: 1,
      });
      expect(await world.eraseAll(plus({ months: 60 }))).toMatchObject({ task_content: 1, dismissed_pair: 1 });
      expect(await store.viewTask(world.access('senior'), taskId, minutesLater(1))).toHaveProperty('identity');
      await store.releaseHold(by, holdId, 'zaak gesloten', MORNING);
      expect(await store.listHolds(by)).toMatchObject([
        { holdId, taskId, ...ORDER, releasedAt: MORNING, releaseReason: 'zaak gesloten' },
      ]);
      expect(await world.eraseAll(plus({ days: 30 }))).toMatchObject({ false_match: 1 });
    });

    test('held, it outlives that its subject leaves; a retraction it does not', async () => {
      const { taskId } = await world.decide('same_person');
      await store.placeHold(world.registrar, { taskId, ...ORDER }, MORNING);
      await importRows(store, [registerRow('P-2', { unit: 'Basisteam Zuid' })]);
      expect(await world.eraseAll(minutesLater(1))).toEqual({});
      expect(await store.countDue(OPERATOR, minutesLater(1))).toContainEqual({
        kind: 'subject_left',
        due: 0,
        held: 1,
      });
      const gone = retraction('gone', 'c1', 9);
      const begun = await begin(store, (await deliver(store, 'D9', [gone], { sequence: 9 })).chunkIds[0]);
      expect(begun.cases[0]?.content).not.toBeNull();
      await commit(store, begun, {
        registerVersion: await store.registerVersion(WORKER),
        lines: [{ line: 1, outcome: 'withdrawn', reason: 'retraction' }],
        cases: [{ caseNumber: gone.caseNumber, content: null, hits: null, tasks: [], retractedUpTo: gone }],
      });
      const again = await deliver(store, 'D10', [entry('x', 'c1', 20)], { sequence: 10 });
      expect((await begin(store, again.chunkIds[0])).cases[0]?.content).toBeNull();
    });

    test.each([
      { says: 'without a reason', hold: { orderReference: 'Rb 1', reason: ' ' }, why: 'reason_missing' },
      { says: 'without an order', hold: { orderReference: '', reason: 'beslag' }, why: 'order_missing' },
      {
        says: 'of a task that is not there',
        hold: { ...ORDER, taskId: asId<TaskId>('nowhere') },
        why: 'nothing_to_keep',
      },
    ] as const)('no hold $says', async ({ hold, why }) => {
      const { taskId } = await world.decide('same_person');
      const placing = store.placeHold(world.registrar, { taskId, ...hold }, MORNING);
      await expect(placing).rejects.toMatchObject(refused('HOLD_REFUSED', why));
    });

    test('no second hold, and no release of what does not stand or without a reason', async () => {
      const { taskId } = await world.decide('same_person');
      const by = world.registrar;
      const holdId = await store.placeHold(by, { taskId, ...ORDER }, MORNING);
      const refuses = (doing: Promise<unknown>, reason: RefusalReason<'HOLD_REFUSED'>) =>
        expect(doing).rejects.toMatchObject(refused('HOLD_REFUSED', reason));
      await refuses(store.placeHold(by, { taskId, ...ORDER }, MORNING), 'held_before');
      const release = (id: HoldId, reason: string) => store.releaseHold(by, id, reason, MORNING);
      await refuses(release(holdId, ' '), 'reason_missing');
      await refuses(release(asId('nothing'), 'klaar'), 'unknown');
      await release(holdId, 'klaar');
      await refuses(release(holdId, 'klaar'), 'released_before');
    });

    test('only a registrar holds and releases', async () => {
      const { taskId } = await world.decide('same_person');
      const forbidden = { code: 'ROLE_FORBIDS' };
      for (const access of [world.access('anne'), OPERATOR]) {
        await expect(store.placeHold(access, { taskId, ...ORDER }, MORNING)).rejects.toMatchObject(forbidden);
        await expect(store.releaseHold(access, asId<HoldId>('x'), 'r', MORNING)).rejects.toMatchObject(forbidden);
      }
      await expect(store.listHolds(world.access('anne'))).rejects.toMatchObject(forbidden);
    });

    test('an open task goes with its fifth year, and the shell that names the subject with it', async () => {
      expect(await world.dueOn(plus({ months: 60, days: -1 }))).toEqual({});
      expect(await world.eraseAll(plus({ months: 60 }))).toEqual({ task_content: 2, audit_mapping: 2 });
      expect(await world.states()).toEqual({});
      expect(await world.balanced()).toBe(true);
      expect(await store.verifyAudit(OPERATOR, null)).toMatchObject({ ok: true });
    });

    test('the shell of what was erased early names the subject for those who read the log, for five years', async () => {
      await world.decide('someone_else');
      await world.eraseAll(plus({ days: 30 }));
      expect(await world.eraseAll(plus({ months: 48 }))).not.toHaveProperty('audit_mapping');
      expect(await world.states()).toEqual({ open: 1, withdrawn: 1 });
      // And the account of the reviewer, who has done nothing since.
      expect(await world.dueOn(plus({ months: 60 }))).toHaveProperty('audit_mapping', 2);
    });

    test('who has done nothing for five years is a number in the log from then on, and what they decided stands', async () => {
      const { taskId } = await world.decide('same_person', 'propose_investigation');
      const anne = await store.accountByName(OPERATOR, 'anne');
      await world.eraseAll(plus({ months: 59 }));
      expect(await store.accountById(OPERATOR, anne!.accountId)).toEqual(anne);
      await store.eraseDue(OPERATOR, 'audit_mapping', 10, plus({ months: 60 }));
      expect(await store.accountByName(OPERATOR, 'anne')).toBeNull();
      const nobody = { name: '', roles: [], personnelNumber: null, unit: '', declaredConflicts: null };
      expect(await store.accountById(OPERATOR, anne!.accountId)).toEqual({ accountId: anne!.accountId, ...nobody });
      const rows = (await store.listAudit(OPERATOR, 0, 1_000)).filter(({ details }) => details['taskId'] === taskId);
      expect(rows.map(({ actor }) => actor)).toContain(`account:${anne!.accountId}`);
      expect(await store.verifyAudit(OPERATOR, null)).toMatchObject({ ok: true });
      expect(await store.eraseDue(OPERATOR, 'audit_mapping', 10, plus({ months: 60 }))).toBe(0);
    });

    test('a bounded batch leaves the rest to the next', async () => {
      const at = plus({ months: 60 });
      expect(await store.eraseDue(OPERATOR, 'task_content', 1, at)).toBe(1);
      expect(await store.eraseDue(OPERATOR, 'task_content', 1, at)).toBe(1);
      expect(await store.eraseDue(OPERATOR, 'task_content', 1, at)).toBe(0);
      const rows = (await store.listAudit(OPERATOR, 0, 1_000)).filter(({ action }) => action === 'erase_due');
      expect(rows.map(({ details }) => details)).toEqual([
        { kind: 'task_content', erase: 1 },
        { kind: 'task_content', erase: 1 },
        { kind: 'task_content', erase: 0 },
      ]);
    });
  });
}
