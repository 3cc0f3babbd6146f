import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OutdatedRating } from '../../../db/contract/ratings.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import { MORNING, WORKER } from './bench.ts';
import { fact, rating, registerRow } from './people.ts';
import { fillRegister, makeTasks } from './review-material.ts';
import { type MakeReviewBench, openReviewWorld, type ReviewWorld } from './review-world.ts';
import { importRows } from './steps.ts';

const POLICY = rating('low').policyVersion;
const SAME = { verdict: 'same_person', reason: '', waitUntil: null } as const;

/** Ratings follow the verdicts, the register and the policy that they rest on. */
export function describeRatings(makeBench: MakeReviewBench): void {
  describe('ratings', () => {
    let world: ReviewWorld;
    let register: readonly Subject[];
    beforeEach(async () => {
      world = await openReviewWorld(makeBench);
      register = await fillRegister(world.store, 2);
      await makeTasks(world.store, register, [
        { about: 'c1', subject: 1, rating: 'high' },
        { about: 'c2', subject: 1, rating: 'low' },
        { about: 'c3', subject: 2, rating: 'low' },
      ]);
    });
    afterEach(() => world.dispose());

    const outdated = (policy = POLICY) => world.store.listOutdatedRatings(WORKER, policy, 10);

    async function renew(tasks: readonly OutdatedRating[], level: RatingLevel): Promise<number> {
      const renewed = tasks.map(({ taskId, ratedOn }) => ({ taskId, ratedOn, rating: rating(level) }));
      return world.store.renewRatings(WORKER, renewed, MORNING);
    }

    /** The gravest task is the first of the queue: c1, about the first subject. */
    async function confirmFirst() {
      const anne = world.access('anne');
      const claimed = await world.store.claimNext(anne, MORNING);
      if (claimed?.kind !== 'done') throw new Error('nothing to claim');
      await world.store.decideIdentity(anne, claimed.taskId, claimed.version, SAME, MORNING);
      return claimed.taskId;
    }

    test('just made are up to date', async () => {
      expect(await outdated()).toEqual([]);
    });

    test('of a subject are outdated by a confirmation, and are told the confirmed facts of the other cases', async () => {
      const confirmed = await confirmFirst();
      const found = await outdated();
      expect(found).toHaveLength(2);
      for (const { taskId, confirmedFacts } of found) {
        expect(confirmedFacts).toEqual(taskId === confirmed ? [] : [fact(1)]);
      }
      expect(found[0]).toMatchObject({ facts: [fact(1)], subjectKind: 'officer', functionClass: 'standard' });
    });

    test('that come out the same keep their version, others get the next one; both are up to date then', async () => {
      await confirmFirst();
      const senior = world.access('senior');
      const page = await world.store.listTasks(senior, { limit: 10 }, MORNING);
      const lowly = page.tasks.find((task) => task.personnelNumber === 'P-1' && task.revealed?.rating === 'low');
      const before = await world.store.viewTask(senior, lowly!.taskId, MORNING);
      expect(await renew(await outdated(), 'high')).toBe(1);
      expect(await outdated()).toEqual([]);
      const versionOf = (view: typeof before) => ('identity' in view ? view.identity.version : null);
      const after = await world.store.viewTask(senior, lowly!.taskId, MORNING);
      expect([versionOf(before), versionOf(after)]).toEqual([1, 2]);
    });

    test('are outdated by a change of the subject', async () => {
      const changed = registerRow('P-2', { unit: 'Basisteam Zuid', functionClass: 'increased_risk' });
      await importRows(world.store, [registerRow('P-1', { unit: 'Basisteam Zuid' }), changed]);
      expect(await outdated()).toMatchObject([{ functionClass: 'increased_risk' }]);
    });

    test('are outdated by another policy, but for those that were closed or withdrawn', async () => {
      expect(await outdated('2')).toHaveLength(3);
      await importRows(world.store, [registerRow('P-1', { unit: 'Basisteam Zuid' })]);
      expect(await outdated('2')).toHaveLength(2);
    });

    test('are not written when something moved since they were listed', async () => {
      await confirmFirst();
      const found = await outdated();
      await importRows(world.store, [registerRow('P-1', { unit: 'Elders' }), registerRow('P-2')]);
      expect(await renew(found, 'medium')).toBe(0);
      expect((await outdated()).length).toBeGreaterThanOrEqual(2);
    });
  });
}
