import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskLine } from '../../../db/contract/tasks.ts';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import { fillRegister, makeTasks, OFFENCE, RULE } from './review-material.ts';
import { later, MONDAY, openReviewWorld, type ReviewWorld } from './review-world.ts';

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.close());

/** Cases in the order in which they were made, with the minute and the rating. */
const MADE: readonly (readonly [caseNumber: string, minute: number, rating: RatingLevel])[] = [
  ['c1', 0, 'low'],
  ['c2', 1, 'high'],
  ['c3', 2, 'medium'],
  ['c4', 3, 'high'],
  ['c5', 4, 'none'],
  ['c6', 5, 'medium'],
];
const QUEUE_ORDER = ['c2', 'c4', 'c3', 'c6', 'c1', 'c5'];

async function fill(): Promise<void> {
  const register = await fillRegister(world.store, 3);
  for (const [caseNumber, minute, rating] of MADE) {
    await makeTasks(world.store, register, [{ caseNumber, subject: 1, rating, at: later(minute) }], caseNumber);
  }
}

async function linesOf(name: string, filter: object = {}): Promise<readonly TaskLine[]> {
  return (await world.store.listTasks(world.access(name), { limit: 50, ...filter }, later(10))).tasks;
}

describe('the order and the pages of the queue', () => {
  beforeEach(fill);

  test('is rating, then time waiting', async () => {
    expect((await linesOf('anne')).map(({ caseNumber }) => caseNumber)).toEqual(QUEUE_ORDER);
  });

  test.each([1, 2, 4, 6])('pages of %i together are the whole queue', async (limit) => {
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const filter = { limit, states: ['open', 'claimed'] as const, ...(cursor ? { cursor } : {}) };
      const page = await world.store.listTasks(world.access('anne'), filter, later(10));
      expect(page.tasks.length).toBeLessThanOrEqual(limit);
      found.push(...page.tasks.map(({ caseNumber }) => caseNumber));
      cursor = page.next;
    } while (cursor !== null);
    expect(found).toEqual(QUEUE_ORDER);
  });

  test('states are merged into one order', async () => {
    const done = await world.store.claimNext(world.access('anne'), later(10));
    expect(done).toMatchObject({ kind: 'done', state: 'claimed' });
    const lines = await linesOf('bram', { states: ['claimed', 'open'] });
    expect(lines.map(({ caseNumber }) => caseNumber)).toEqual(QUEUE_ORDER);
    expect(lines[0]).toMatchObject({ state: 'claimed', claimedBy: world.accountId('anne') });
    expect(await linesOf('bram', { claimedBy: world.accountId('anne') })).toHaveLength(1);
    expect(await linesOf('bram', { bands: ['strong'] })).toHaveLength(0);
  });

  test('shows a reviewer nothing of B, a senior the rating, an auditor and an operator nothing at all', async () => {
    const lines = await linesOf('anne');
    expect(lines.every(({ revealed }) => revealed === null)).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${OFFENCE}|${RULE}|high|medium`));
    expect((await linesOf('senior'))[0]?.revealed).toMatchObject({ rating: 'high', ruleId: RULE });
    await expect(linesOf('auditor')).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    await expect(linesOf('operator')).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
  });

  test.each(['colleague', 'relative', 'subject', 'undeclared'])('is empty for the %s', async (name) => {
    expect(await linesOf(name)).toEqual([]);
  });

  test('counts figures only', async () => {
    expect(await world.store.countTasks(world.access('operator'))).toEqual({
      byState: { open: 6 },
      byRating: { high: 2, medium: 2, low: 1, none: 1 },
      oldestOpenAt: MONDAY,
    });
  });
});

describe('next', () => {
  test('two stores that race never hand one task to two, and each hands out the highest ranked', async () => {
    await fill();
    const names = ['anne', 'bram', 'anne', 'bram', 'anne', 'bram', 'anne'];
    const stores = [world.store, world.other];
    const results = await Promise.all(
      names.map((name, index) => stores[index % 2]!.claimNext(world.access(name), later(10))),
    );
    const taken = results
      .filter((result) => result?.kind === 'done')
      .map((result) => (result as { taskId: TaskId }).taskId);
    expect(new Set(taken).size).toBe(6);
    expect(results.filter((result) => result === null)).toHaveLength(1);
    const lines = await linesOf('anne');
    expect(taken).toEqual(lines.map(({ taskId }) => taskId));
  });

  test('skips what somebody may not see: a conflict with a rival is a conflict', async () => {
    const register = await fillRegister(world.store, 3, { unit: '' });
    await makeTasks(world.store, register, [
      { caseNumber: 'c1', subject: 2, rivals: [1], rating: 'high' },
      { caseNumber: 'c2', subject: 3, rating: 'low' },
    ]);
    expect(await world.store.claimNext(world.access('relative'), later(1))).toMatchObject({ kind: 'done' });
    expect((await linesOf('relative')).map(({ caseNumber }) => caseNumber)).toEqual(['c2']);
    expect(await world.store.claimNext(world.access('relative'), later(1))).toBeNull();
  });

  test.each([
    ['auditor', 'role_forbids'],
    ['undeclared', 'conflicts_not_declared'],
  ])('refuses the %s: %s', async (name, refusal) => {
    expect(await world.store.claimNext(world.access(name), MONDAY)).toEqual({ kind: 'refused', refusal });
  });

  test('gives a senior nothing that nobody has answered A of', async () => {
    await fill();
    expect(await world.store.claimNext(world.access('senior'), later(10))).toBeNull();
  });
});

test('without a legal basis nothing is shown', async () => {
  const lawless = await openReviewWorld({ withBases: false });
  const register = await fillRegister(lawless.store, 1);
  await makeTasks(lawless.store, register, [{ caseNumber: 'c1', subject: 1 }]);
  expect((await lawless.store.listTasks(lawless.access('anne'), { limit: 9 }, MONDAY)).tasks).toEqual([]);
  expect(await lawless.store.claimNext(lawless.access('anne'), MONDAY)).toBeNull();
  await lawless.close();
});
