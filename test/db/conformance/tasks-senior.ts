import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskView } from '../../../db/contract/tasks.ts';
import { asId, type TaskId } from '../../../src/domain/ids.ts';
import type { IdentityDecision } from '../../../src/domain/task.ts';
import { MORNING, OPERATOR } from './bench.ts';
import { caseNumber } from './people.ts';
import { fillRegister, makeTasks, OFFENCE, RULE } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld } from './review-world.ts';

const SAME: IdentityDecision = { verdict: 'same_person', reason: '', waitUntil: null };
const refused = (refusal: string) => ({ kind: 'refused', refusal });

export function describeSeniorMoves(makeBench: MakeReviewBench): void {
  describe('what a senior does with the tasks of others, and what is shown around a task', () => {
    let world: ReviewWorld;
    let taskId: TaskId;
    let other: TaskId;
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      const register = await fillRegister(world.store, 2);
      await makeTasks(world.store, register, [
        { about: 'c1', subject: 1, rivals: [2] },
        { about: 'c2', subject: 1, rating: 'high' },
      ]);
      const { tasks } = await world.store.listTasks(world.access('anne'), { limit: 9 }, MORNING);
      const idOf = (about: string) => tasks.find((line) => line.caseNumber === caseNumber(about))!.taskId;
      [taskId, other] = [idOf('c1'), idOf('c2')];
    });
    afterEach(() => world.dispose());

    async function viewed(name: string, id: TaskId = taskId): Promise<TaskView> {
      const view = await world.store.viewTask(world.access(name), id, MORNING);
      if (!('identity' in view)) throw new Error(view.refusal);
      return view;
    }

    const assign = (by: string, to: string, version: number) =>
      world.store.assignTask(world.access(by), taskId, version, world.accountId(to), MORNING);

    test('a task is put into the hands of another, also out of those of a third, whose answer is then refused', async () => {
      expect(await assign('senior', 'anne', 1)).toMatchObject({ kind: 'done', state: 'claimed' });
      expect((await viewed('anne')).turn).toMatchObject({ question: 'identity', refusalToClaim: null });
      expect(await assign('senior', 'bram', 2)).toMatchObject({ kind: 'done', version: 3 });
      const late = world.store.decideIdentity(world.access('anne'), taskId, 2, SAME, MORNING);
      expect(await late).toEqual(refused('claimed_by_another'));
      const view = await viewed('anne');
      expect(view.turn).toMatchObject({ question: null, heldUntil: null, refusalToClaim: 'claimed_by_another' });
      expect(view.names).toEqual({ [world.accountId('bram')]: 'bram' });
    });

    test.each([
      ['anne', 'bram', 1, 'role_forbids'],
      ['senior', 'anne', 7, 'version_changed'],
      ['senior', 'colleague', 1, 'conflict_of_interest'],
      ['senior', 'undeclared', 1, 'conflicts_not_declared'],
      ['senior', 'auditor', 1, 'role_forbids'],
      ['senior', 'senior', 1, 'role_forbids'],
      ['relative', 'anne', 1, 'conflict_of_interest'],
    ])('%s may not give it to %s at version %i: %s', async (by, to, version, refusal) => {
      expect(await assign(by, to, version)).toEqual(refused(refusal));
      expect((await viewed('anne')).identity).toMatchObject({ state: 'open', version: 1 });
    });

    test('giving back is refused on another version than the one on the screen', async () => {
      await world.store.claimTask(world.access('anne'), taskId, MORNING);
      const release = (name: string, version: number) =>
        world.store.releaseTask(world.access(name), taskId, MORNING, version);
      expect(await release('senior', 1)).toEqual(refused('version_changed'));
      expect(await release('senior', 2)).toMatchObject({ kind: 'done', state: 'open' });
    });

    test('whom a task can be given to is for seniors to know', async () => {
      const names = (await world.store.listReviewers(world.access('senior'))).map(({ name }) => name);
      expect(names).toEqual(names.toSorted());
      expect(names).toEqual(expect.arrayContaining(['anne', 'bram', 'senior']));
      for (const name of ['auditor', 'operator']) expect(names).not.toContain(name);
      await expect(world.store.listReviewers(world.access('anne'))).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    });

    test('a line says whether the account could take it, and a turn until when it is held', async () => {
      const takes = async (name: string) =>
        (await world.store.listTasks(world.access(name), { limit: 9 }, MORNING)).tasks.map(({ mayTake }) => mayTake);
      expect([await takes('anne'), await takes('senior')]).toEqual([
        [true, true],
        [false, false],
      ]);
      await world.store.claimTask(world.access('anne'), taskId, MORNING);
      expect((await viewed('anne')).turn.heldUntil).toBe(minutesLater(30));
      expect((await viewed('bram')).turn.heldUntil).toBeNull();
    });

    test('around question B stand the messages of the case and the other tasks, each as far as it may be seen', async () => {
      await world.store.claimTask(world.access('anne'), taskId, MORNING);
      await world.store.decideIdentity(world.access('anne'), taskId, 2, SAME, MORNING);
      const { relevance } = await viewed('anne');
      expect(relevance?.messages).toMatchObject([{ outcome: 'tasked', isRetraction: false, deliveryId: 'D1' }]);
      expect(relevance?.otherTasks).toMatchObject([{ taskId: other, revealed: null, verdicts: [], state: 'open' }]);
      expect(JSON.stringify(relevance?.otherTasks)).not.toMatch(new RegExp(`${OFFENCE}|${RULE}|high`));

      await world.store.claimTask(world.access('bram'), other, MORNING);
      await world.store.decideIdentity(world.access('bram'), other, 2, SAME, MORNING);
      const now = (await viewed('anne')).relevance?.otherTasks;
      expect(now).toMatchObject([{ revealed: { rating: 'high', ruleId: RULE }, verdicts: ['same_person'] }]);
    });

    test('a print shows the same under the same basis, and the log says that it was a print', async () => {
      const printed = await world.store.printTask(world.access('anne'), taskId, MORNING);
      expect(printed).toEqual(await viewed('anne'));
      expect(printed).toMatchObject({ shownUnder: { dpiaReference: expect.stringMatching(/./), fictitious: true } });
      expect(await world.store.printTask(world.access('colleague'), taskId, MORNING)).toEqual(
        refused('conflict_of_interest'),
      );
      const unknown = asId<TaskId>('nothing');
      expect(await world.store.printTask(world.access('anne'), unknown, MORNING)).toEqual(refused('unknown_task'));
      const rows = (await world.store.listAudit(OPERATOR, 0, 1_000)).filter(({ action }) => action === 'print_task');
      expect(rows.map(({ details }) => details)).toMatchObject([
        { taskId, relevanceShown: 0 },
        { taskId, refusal: 'conflict_of_interest' },
        { refusal: 'unknown_task' },
      ]);
    });
  });
}
