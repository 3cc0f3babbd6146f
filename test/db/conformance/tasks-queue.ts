import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskLine } from '../../../db/contract/tasks.ts';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import { MORNING } from './bench.ts';
import { caseNumber } from './people.ts';
import { fillRegister, makeTasks, OFFENCE, RULE } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld } from './review-world.ts';

/** Cases in the order in which they were made, with the minute and the rating. */
const MADE: readonly (readonly [about: string, minute: number, rating: RatingLevel])[] = [
  ['c1', 0, 'low'],
  ['c2', 1, 'high'],
  ['c3', 2, 'medium'],
  ['c4', 3, 'high'],
  ['c5', 4, 'none'],
  ['c6', 5, 'medium'],
];
const QUEUE_ORDER = ['c2', 'c4', 'c3', 'c6', 'c1', 'c5'].map(caseNumber);

export function describeTaskQueue(makeBench: MakeReviewBench): void {
  describe('the queue', () => {
    let world: ReviewWorld;
    async function fill(): Promise<void> {
      const register = await fillRegister(world.store, 3);
      for (const [about, minute, rating] of MADE) {
        const when = { delivery: about, at: minutesLater(minute) };
        await makeTasks(world.store, register, [{ about, subject: 1, rating }], when);
      }
    }

    async function linesOf(name: string, filter: object = {}): Promise<readonly TaskLine[]> {
      return (await world.store.listTasks(world.access(name), { limit: 50, ...filter }, minutesLater(10))).tasks;
    }

    describe('the order and the pages of the queue', () => {
      beforeAll(async () => {
        world = await openReviewWorld(makeBench);
        await fill();
      });
      afterAll(() => world.dispose());

      test('is rating, then time waiting', async () => {
        expect((await linesOf('anne')).map((line) => line.caseNumber)).toEqual(QUEUE_ORDER);
      });

      test.each([1, 2, 4, 6])('pages of %i together are the whole queue', async (limit) => {
        const found: string[] = [];
        let cursor: string | null | undefined;
        do {
          const filter = { limit, states: ['open', 'claimed'] as const, ...(cursor ? { cursor } : {}) };
          const page = await world.store.listTasks(world.access('anne'), filter, minutesLater(10));
          expect(page.tasks.length).toBeLessThanOrEqual(limit);
          found.push(...page.tasks.map((line) => line.caseNumber));
          cursor = page.next;
        } while (cursor !== null);
        expect(found).toEqual(QUEUE_ORDER);
      });

      test('shows a reviewer nothing of B, a senior the rating, an auditor and an operator nothing at all', async () => {
        const lines = await linesOf('anne');
        expect(lines.every(({ revealed }) => revealed === null)).toBe(true);
        expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${OFFENCE}|${RULE}|high|medium`));
        expect((await linesOf('senior'))[0]?.revealed).toMatchObject({ rating: 'high', ruleId: RULE });
        await expect(linesOf('auditor')).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
        await expect(linesOf('operator')).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
      });

      test('is narrowed by a senior to a rating or to what is late, which a reviewer may not ask for', async () => {
        const numbersOf = async (filter: object, day = 0) => {
          const page = await world.store.listTasks(
            world.access('senior'),
            { limit: 50, ...filter },
            minutesLater(10 + day * 24 * 60),
          );
          return page.tasks.map((line) => line.caseNumber);
        };
        expect(await numbersOf({ ratings: ['medium', 'none'] })).toEqual(['c3', 'c6', 'c5'].map(caseNumber));
        expect(await numbersOf({ overdue: true })).toEqual([]);
        // Two days on, only what is high had its one working day.
        expect(await numbersOf({ overdue: true }, 2)).toEqual(['c2', 'c4'].map(caseNumber));
        expect(await numbersOf({ overdue: true, ratings: ['medium'] }, 2)).toEqual([]);
        expect(await numbersOf({ overdue: true, states: ['closed'] }, 2)).toEqual([]);
        for (const filter of [{ ratings: ['low'] }, { overdue: true }]) {
          await expect(linesOf('anne', filter)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
        }
      });

      test.each(['colleague', 'relative', 'subject', 'undeclared'])('is empty for the %s', async (name) => {
        expect(await linesOf(name)).toEqual([]);
      });

      test('counts figures only', async () => {
        expect(await world.store.countTasks(world.access('operator'))).toEqual({
          byState: { open: 6 },
          byRating: { high: 2, medium: 2, low: 1, none: 1 },
          oldestOpenAt: MORNING,
        });
      });
    });

    describe('next', () => {
      beforeEach(async () => {
        world = await openReviewWorld(makeBench);
      });
      afterEach(() => world.dispose());

      test('states are merged into one order', async () => {
        await fill();
        const done = await world.store.claimNext(world.access('anne'), minutesLater(10));
        expect(done).toMatchObject({ kind: 'done', state: 'claimed' });
        const lines = await linesOf('bram', { states: ['claimed', 'open'] });
        expect(lines.map((line) => line.caseNumber)).toEqual(QUEUE_ORDER);
        expect(lines[0]).toMatchObject({ state: 'claimed', claimedBy: world.accountId('anne') });
        expect(await linesOf('bram', { claimedBy: world.accountId('anne') })).toHaveLength(1);
        expect(await linesOf('bram', { bands: ['strong'] })).toHaveLength(0);
      });

      test('two stores that race never hand one task to two, and each hands out the highest ranked', async () => {
        await fill();
        const names = ['anne', 'bram', 'anne', 'bram', 'anne', 'bram', 'anne'];
        const stores = [world.store, world.other];
        const results = await Promise.all(
          names.map((name, index) => stores[index % 2]!.claimNext(world.access(name), minutesLater(10))),
        );
        const taken = results
          .filter((result) => result?.kind === 'done')
          .map((result) => (result as { taskId: TaskId }).taskId);
        expect(new Set(taken).size).toBe(6);
        expect(results.filter((result) => result === null)).toHaveLength(1);
        const ranks = (await linesOf('anne')).map(({ taskId }) => taskId);
        expect(taken).toHaveLength(ranks.length);
        for (const own of [0, 1]) {
          // Which store comes first is a race; each takes the highest that it finds, so that its own ranks rise.
          const ofStore = results.filter((result, index) => index % 2 === own && result?.kind === 'done');
          const taking = ofStore.map((result) => ranks.indexOf((result as { taskId: TaskId }).taskId));
          expect(taking).not.toContain(-1);
          expect(taking).toEqual(taking.toSorted((a, b) => a - b));
        }
      });

      test('skips what somebody may not see: a conflict with a rival is a conflict', async () => {
        const register = await fillRegister(world.store, 3, { unit: '' });
        await makeTasks(world.store, register, [
          { about: 'c1', subject: 2, rivals: [1], rating: 'high' },
          { about: 'c2', subject: 3, rating: 'low' },
        ]);
        expect(await world.store.claimNext(world.access('relative'), minutesLater(1))).toMatchObject({ kind: 'done' });
        expect((await linesOf('relative')).map((line) => line.caseNumber)).toEqual([caseNumber('c2')]);
        expect(await world.store.claimNext(world.access('relative'), minutesLater(1))).toBeNull();
      });

      test.each([
        ['auditor', 'role_forbids'],
        ['undeclared', 'conflicts_not_declared'],
      ])('refuses the %s: %s', async (name, refusal) => {
        expect(await world.store.claimNext(world.access(name), MORNING)).toEqual({ kind: 'refused', refusal });
      });

      test('gives a senior nothing that nobody has answered A of', async () => {
        await fill();
        expect(await world.store.claimNext(world.access('senior'), minutesLater(10))).toBeNull();
      });
    });

    test('without a legal basis nothing is shown', async () => {
      const lawless = await openReviewWorld(makeBench, { withBases: false });
      const register = await fillRegister(lawless.store, 1);
      await makeTasks(lawless.store, register, [{ about: 'c1', subject: 1 }]);
      expect((await lawless.store.listTasks(lawless.access('anne'), { limit: 9 }, MORNING)).tasks).toEqual([]);
      expect(await lawless.store.claimNext(lawless.access('anne'), MORNING)).toBeNull();
      await lawless.dispose();
    });
  });
}
