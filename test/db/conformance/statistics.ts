import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReviewStatistics } from '../../../db/contract/statistics.ts';
import type { EpochMs, TaskId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import type { IdentityVerdict, RelevanceVerdict } from '../../../src/domain/task.ts';
import { MORNING, WORKER } from './bench.ts';
import { caseNumber } from './people.ts';
import { fillRegister, makeTasks, RULE, type TaskToMake } from './review-material.ts';
import { type MakeReviewBench, minutesLater, openReviewWorld, type ReviewWorld } from './review-world.ts';

const DAY = 24 * 60;

/** A Monday's tasks: when each is made, in days from it. */
const MADE: readonly (TaskToMake & { readonly day: number })[] = [
  { about: 'c1', subject: 1, rating: 'high', band: 'strong', day: 0 },
  { about: 'c2', subject: 1, rating: 'low', band: 'likely', day: 0 },
  { about: 'c3', subject: 1, rating: 'low', band: 'possible', day: 2 },
  { about: 'c4', subject: 1, rating: 'medium', band: 'possible', day: 8 },
];

export function describeStatistics(makeBench: MakeReviewBench): void {
  describe('statistics', () => {
    let world: ReviewWorld;
    let tasks: ReadonlyMap<string, TaskId>;

    async function begin(options: { sampled?: boolean } = {}): Promise<void> {
      world = await openReviewWorld(makeBench, options);
      const register = await fillRegister(world.store, 1);
      for (const { day, ...task } of MADE) {
        await makeTasks(world.store, register, [task], { delivery: task.about, at: minutesLater(day * DAY) });
      }
      const listed = await world.store.listTasks(world.access('senior'), { limit: 50 }, minutesLater(8 * DAY));
      tasks = new Map(listed.tasks.map((task) => [task.caseNumber, task.taskId]));
    }
    afterEach(() => world.dispose());

    const idOf = (about: string): TaskId => tasks.get(caseNumber(about))!;

    async function version(taskId: TaskId, at: EpochMs): Promise<number> {
      const view = await world.store.viewTask(world.access('anne'), taskId, at);
      return 'identity' in view ? view.identity.version : 0;
    }

    async function answerA(name: string, about: string, verdict: IdentityVerdict, at: EpochMs): Promise<void> {
      const taskId = idOf(about);
      await world.store.claimTask(world.access(name), taskId, at);
      const decision = { verdict, reason: 'Andere naam', waitUntil: null };
      const done = await world.store.decideIdentity(
        world.access(name),
        taskId,
        await version(taskId, at),
        decision,
        at,
      );
      expect(done.kind).toBe('done');
    }

    async function answerB(
      name: string,
      about: string,
      verdict: RelevanceVerdict,
      overriddenRating: RatingLevel | null,
      at: EpochMs,
    ): Promise<void> {
      const taskId = idOf(about);
      const decision = { verdict, reason: 'Zie dossier', overriddenRating, waitUntil: null };
      const access = world.access(name);
      const done = await world.store.decideRelevance(access, taskId, await version(taskId, at), decision, at);
      expect(done.kind).toBe('done');
    }

    const read = (name: string, days = 14, day = 8): Promise<ReviewStatistics> =>
      world.store.readStatistics(world.access(name), days, minutesLater(day * DAY + 60));

    describe('of undecided work', () => {
      beforeEach(() => begin());

      test('count what came in on each Dutch day, and what waits by age and rating', async () => {
        const figures = await read('senior');
        expect(figures).toMatchObject({ firstDay: '2026-11-18', lastDay: '2026-12-01' });
        expect(figures.inflow.filter(({ all }) => all > 0)).toEqual([
          { day: '2026-11-23', all: 2, byRating: { high: 1, medium: 0, low: 1, none: 0 } },
          { day: '2026-11-25', all: 1, byRating: { high: 0, medium: 0, low: 1, none: 0 } },
          { day: '2026-12-01', all: 1, byRating: { high: 0, medium: 1, low: 0, none: 0 } },
        ]);
        expect(figures.backlog.map(({ age, all }) => [age, all])).toEqual([
          ['day', 1],
          ['week', 1],
          ['three_weeks', 2],
          ['longer', 0],
        ]);
        // High has one working day and low fifteen: after eight days only the first is late.
        expect(figures.overdue).toEqual({ all: 1, byRating: { high: 1, medium: 0, low: 0, none: 0 } });
        expect(figures.medianHoursToClose).toBeNull();
      });

      test('leave out what lies before the period, but nothing of the backlog', async () => {
        const { inflow, backlog } = await read('senior', 3);
        expect(inflow.map(({ all }) => all)).toEqual([0, 0, 1]);
        expect(backlog.reduce((sum, { all }) => sum + all, 0)).toBe(4);
      });

      test('give a reviewer nothing that hangs on a rating, and an operator no verdict', async () => {
        const seen = await read('anne');
        expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${RULE}|"(high|medium|low|none)"`));
        expect([seen.overdue, seen.relevance, seen.rules]).toEqual([null, null, null]);
        expect(seen.verdicts).not.toBeNull();
        const watched = await read('operator');
        expect([watched.verdicts, watched.relevance, watched.rules]).toEqual([null, null, null]);
        expect(watched.overdue?.all).toBe(1);
      });

      test('are refused to those who have nothing to do with the review, and every look is recorded', async () => {
        await expect(
          world.store.readStatistics(
            { actor: { kind: 'account', accountId: 'x' as never }, purpose: 'audit' },
            7,
            MORNING,
          ),
        ).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
        await read('auditor', 91);
        const rows = await world.store.listAudit(WORKER, 0, 10_000);
        expect(rows.findLast(({ action }) => action === 'read_statistics')).toMatchObject({
          actor: `account:${world.accountId('auditor')}`,
          details: { days: 91 },
        });
      });
    });

    test('count one standing answer for each task, by band, week, rating and rule', async () => {
      await begin();
      await answerA('anne', 'c2', 'same_person', minutesLater(DAY));
      await answerB('anne', 'c2', 'not_relevant', 'medium', minutesLater(DAY));
      await answerA('anne', 'c3', 'someone_else', minutesLater(8 * DAY));
      await answerA('bram', 'c4', 'same_person', minutesLater(8 * DAY));
      const { verdicts, relevance, rules, closed, medianHoursToClose } = await read('auditor');
      expect(verdicts?.byBand).toEqual([
        { band: 'strong', samePerson: 0, someoneElse: 0, cannotTell: 0 },
        { band: 'likely', samePerson: 1, someoneElse: 0, cannotTell: 0 },
        { band: 'possible', samePerson: 1, someoneElse: 1, cannotTell: 0 },
      ]);
      expect(verdicts?.byWeek).toEqual([
        { monday: '2026-11-16', samePerson: 0, someoneElse: 0, cannotTell: 0 },
        { monday: '2026-11-23', samePerson: 1, someoneElse: 0, cannotTell: 0 },
        { monday: '2026-11-30', samePerson: 1, someoneElse: 1, cannotTell: 0 },
      ]);
      expect(relevance?.find(({ rating }) => rating === 'low')).toEqual({
        ...{ rating: 'low', notRelevant: 1, watch: 0, proposed: 0 },
      });
      expect(rules).toEqual([
        {
          ...{ ruleId: RULE, tasks: 4, samePerson: 2, someoneElse: 1 },
          ...{ notRelevant: 1, watch: 0, proposed: 0, raised: 1, lowered: 0 },
        },
      ]);
      expect(closed.map(({ age, all }) => [age, all])).toEqual([
        ['day', 0],
        ['week', 2],
        ['three_weeks', 0],
        ['longer', 0],
      ]);
      expect(medianHoursToClose).toBe(24);
    });

    test('say nothing of an answer that waits for a second look, and count it once when it stands', async () => {
      await begin();
      const at = minutesLater(DAY);
      await answerA('anne', 'c1', 'same_person', at);
      await answerB('anne', 'c1', 'not_relevant', null, at);
      const before = (await read('auditor')).verdicts?.byBand[0];
      expect(before).toEqual({ band: 'strong', samePerson: 0, someoneElse: 0, cannotTell: 0 });
      await world.store.claimTask(world.access('bram'), idOf('c1'), at);
      await answerB('bram', 'c1', 'propose_investigation', null, at);
      await world.store.claimTask(world.access('senior'), idOf('c1'), at);
      await answerB('senior', 'c1', 'propose_investigation', null, at);
      const { verdicts, relevance } = await read('auditor');
      expect(verdicts?.byBand[0]).toMatchObject({ samePerson: 1 });
      expect(relevance?.[0]).toEqual({ rating: 'high', notRelevant: 0, watch: 0, proposed: 1 });
    });
  });
}
