import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MoveResult, TaskView } from '../../../db/contract/tasks.ts';
import { asId, type EpochMs, type TaskId } from '../../../src/domain/ids.ts';
import type { IdentityDecision, RelevanceDecision } from '../../../src/domain/task.ts';
import { asAccount, MORNING } from './bench.ts';
import { fillRegister, makeTasks, OFFENCE, RULE, type TaskToMake } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld, SETTING_UP } from './review-world.ts';

const SAME: IdentityDecision = { verdict: 'same_person', reason: '', waitUntil: null };
const OTHER: IdentityDecision = { verdict: 'someone_else', reason: 'Andere geboortedatum', waitUntil: null };
const NOT_RELEVANT: RelevanceDecision = {
  ...{ verdict: 'not_relevant', reason: 'Verjaard', overriddenRating: null, waitUntil: null },
};

const refused = (refusal: string) => ({ kind: 'refused', refusal });

export function describeTaskMoves(makeBench: MakeReviewBench): void {
  describe('moves', () => {
    let world: ReviewWorld;
    let taskId: TaskId;

    async function begin(task: Partial<TaskToMake> = {}, options: { sampled?: boolean } = {}): Promise<void> {
      world = await openReviewWorld(makeBench, options);
      const register = await fillRegister(world.store, 2);
      await makeTasks(world.store, register, [{ about: 'c1', subject: 1, rivals: [2], ...task }]);
      taskId = (await world.store.listTasks(world.access('anne'), { limit: 1 }, MORNING)).tasks[0]!.taskId;
    }

    async function version(): Promise<number> {
      const view = await world.store.viewTask(world.access('bram'), taskId, MORNING);
      return 'identity' in view ? view.identity.version : 0;
    }

    const claim = (name: string, at: EpochMs = MORNING) => world.store.claimTask(world.access(name), taskId, at);

    async function identity(name: string, decision: IdentityDecision, at: EpochMs = MORNING): Promise<MoveResult> {
      return world.store.decideIdentity(world.access(name), taskId, await version(), decision, at);
    }

    async function relevance(name: string, decision: RelevanceDecision, at: EpochMs = MORNING): Promise<MoveResult> {
      return world.store.decideRelevance(world.access(name), taskId, await version(), decision, at);
    }

    async function viewed(name: string, at: EpochMs = MORNING): Promise<TaskView> {
      const view = await world.store.viewTask(world.access(name), taskId, at);
      if (!('identity' in view)) throw new Error(view.refusal);
      return view;
    }

    describe('from claim to close', () => {
      beforeEach(() => begin());
      afterEach(() => world.dispose());

      test('A, then B, each shown only in its turn', async () => {
        await claim('anne');
        const before = await viewed('anne');
        expect(before.relevance).toBeNull();
        expect(JSON.stringify(before)).not.toMatch(new RegExp(`${OFFENCE}|${RULE}|rating|dueAt`));
        expect(before.identity).toMatchObject({
          subject: { personnelNumber: 'P-1' },
          rivals: [{ personnelNumber: 'P-2' }],
        });

        expect(await identity('anne', SAME)).toMatchObject({ kind: 'done', state: 'identity_decided' });
        const after = await viewed('anne');
        expect(after.relevance).toMatchObject({ rating: { level: 'medium', ruleId: RULE }, dispositions: [] });
        expect(JSON.stringify(after.relevance?.case)).toContain(OFFENCE);

        expect(await relevance('anne', NOT_RELEVANT)).toMatchObject({ kind: 'done', state: 'closed' });
        const closed = await viewed('anne');
        expect(closed.relevance?.dispositions).toMatchObject([
          { verdict: 'not_relevant', reason: 'Verjaard', proposedRating: 'medium', retiredAt: null },
        ]);
      });

      test('released, the task is free for the next', async () => {
        await claim('anne');
        expect(await world.store.releaseTask(world.access('anne'), taskId, MORNING)).toMatchObject({ state: 'open' });
        expect(await claim('bram')).toMatchObject({ state: 'claimed' });
      });
    });

    describe('refusals', () => {
      beforeEach(() => begin());
      afterEach(() => world.dispose());

      test('a second claim, by either store', async () => {
        await claim('anne');
        expect(await world.other.claimTask(world.access('bram'), taskId, MORNING)).toEqual(
          refused('claimed_by_another'),
        );
      });

      test('a decision after the claim ran out, before and after somebody else took the task', async () => {
        await claim('anne');
        const now = await version();
        const late = () => world.store.decideIdentity(world.access('anne'), taskId, now, SAME, minutesLater(30));
        expect(await late()).toEqual(refused('claim_expired'));
        expect(await claim('bram', minutesLater(30))).toMatchObject({ kind: 'done' });
        expect(await late()).toEqual(refused('claimed_by_another'));
      });

      test('a decision on a version that is no longer', async () => {
        await claim('anne');
        const before = await version();
        await claim('anne', minutesLater(1));
        const answer = world.store.decideIdentity(world.access('anne'), taskId, before, SAME, minutesLater(1));
        expect(await answer).toEqual(refused('version_changed'));
      });

      test('the same form sent twice', async () => {
        await claim('anne');
        const now = await version();
        const send = () => world.store.decideIdentity(world.access('anne'), taskId, now, OTHER, MORNING);
        expect(await send()).toMatchObject({ state: 'closed' });
        expect(await send()).toEqual(refused('wrong_state'));
      });
    });

    describe('who may not', () => {
      beforeAll(() => begin());
      afterAll(() => world.dispose());

      test.each([
        ['subject', 'conflict_of_interest'],
        ['relative', 'conflict_of_interest'],
        ['colleague', 'conflict_of_interest'],
        ['undeclared', 'conflicts_not_declared'],
        ['auditor', 'role_forbids'],
        ['operator', 'role_forbids'],
      ])('the %s neither sees nor takes it: %s', async (name, refusal) => {
        expect(await world.store.viewTask(world.access(name), taskId, MORNING)).toEqual(refused(refusal));
        expect(await claim(name)).toEqual(refused(refusal));
      });

      test('a task that is not there', async () => {
        const unknown = asId<TaskId>('nothing');
        expect(await world.store.viewTask(world.access('anne'), unknown, MORNING)).toEqual(refused('unknown_task'));
        expect(await world.store.claimTask(world.access('anne'), unknown, MORNING)).toEqual(refused('unknown_task'));
      });

      test('a part of the system, and an account that is not there', async () => {
        await expect(world.store.viewTask(SETTING_UP, taskId, MORNING)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
        const nobody = asAccount(asId('nobody'), 'review_task');
        await expect(world.store.claimNext(nobody, MORNING)).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
      });
    });

    describe('waiting', () => {
      beforeEach(() => begin());
      afterEach(() => world.dispose());

      test('ends on its day, with the question open again', async () => {
        await claim('anne');
        await identity('anne', { verdict: 'cannot_tell', reason: '', waitUntil: '2026-11-30' });
        const states = async (days: number) =>
          (await world.store.listTasks(world.access('bram'), { limit: 9 }, minutesLater(days * 1440))).tasks.map(
            (one) => one.state,
          );
        expect(await states(6)).toEqual(['waiting']);
        expect(await states(7)).toEqual(['open']);
        expect((await viewed('bram')).identity.identityDispositions[0]?.retiredAt).not.toBeNull();
      });
    });

    describe('four eyes', () => {
      afterEach(() => world.dispose());

      test('a blind second look sees neither the first answers nor B', async () => {
        await begin({}, { sampled: true });
        await claim('anne');
        await identity('anne', SAME);
        expect(await relevance('anne', NOT_RELEVANT)).toMatchObject({ state: 'second_look' });
        expect(await claim('anne')).toEqual(refused('same_reviewer'));

        const listed = await world.store.listTasks(world.access('bram'), { limit: 1 }, MORNING);
        expect(listed.tasks[0]?.revealed).toBeNull();
        await claim('bram');
        const blind = await viewed('bram');
        expect(blind.relevance).toBeNull();
        expect(blind.identity).toMatchObject({ identityDispositions: [], earlierVerdict: null });

        await identity('bram', SAME);
        expect((await viewed('bram')).relevance?.dispositions).toEqual([]);
        expect(await relevance('bram', NOT_RELEVANT)).toMatchObject({ state: 'closed' });
      });

      test('two who differ are settled by a senior, and what was overruled is kept as retired', async () => {
        await begin({ rating: 'high' });
        await claim('anne');
        await identity('anne', SAME);
        await relevance('anne', NOT_RELEVANT);
        await claim('bram');
        expect(await relevance('bram', { ...NOT_RELEVANT, verdict: 'propose_investigation' })).toMatchObject({
          state: 'second_look',
        });
        await claim('senior');
        expect(await relevance('senior', NOT_RELEVANT)).toMatchObject({ state: 'closed' });
        const verdicts = (await viewed('anne')).relevance?.dispositions.map((one) => [
          one.verdict,
          one.retiredAt !== null,
        ]);
        expect(verdicts).toEqual([
          ['not_relevant', false],
          ['propose_investigation', true],
          ['not_relevant', false],
        ]);
      });
    });

    test('every look and move leaves a row in the audit log, with ids and codes only', async () => {
      await begin();
      await claim('anne');
      await identity('anne', OTHER);
      await claim('colleague');
      await world.store.listTasks(world.access('bram'), { limit: 5 }, MORNING);
      const rows = await world.store.listAudit(SETTING_UP, 0, 1000);
      const ofTask = rows.filter(({ details }) => JSON.stringify(details).includes(taskId)).slice(1);
      expect(ofTask.map(({ action, details }) => [action, details['refusal'] ?? details['after'] ?? ''])).toEqual([
        ['claim_task', 'claimed'],
        ['view_task', ''],
        ['decide_identity', 'closed'],
        ['claim_task', 'conflict_of_interest'],
        ['list_tasks', ''],
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/Achternaam|Verdachte|P-1|16-c1-26|geboortedatum|ambtsgeheim/);
      expect((await world.store.verifyAudit(SETTING_UP, null)).ok).toBe(true);
      await world.dispose();
    });
  });
}
