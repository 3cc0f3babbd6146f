import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { renewRatings } from '../../jobs/renew-ratings.ts';
import type { Relevance } from '../../src/relevance/relevance.ts';
import { MORNING, stoppedClock } from '../db/conformance/bench.ts';
import { rating } from '../db/conformance/people.ts';
import { fillRegister, makeTasks } from '../db/conformance/review-material.ts';
import { openReviewWorld, type ReviewWorld } from '../db/conformance/review-world.ts';
import { sqliteBench } from '../db/sqlite-bench.ts';

/** A policy of one line: who was confirmed before is rated high. */
const HISTORY_COUNTS: Relevance = {
  policyVersion: rating('low').policyVersion,
  rate: ({ confirmedEarlierFacts }) => rating(confirmedEarlierFacts.length > 0 ? 'high' : 'low'),
  mayBeKept: () => true,
  hasNewSubstance: () => true,
  shownFact: () => ({ kind: 'misdrijf', disposal: 'D1', referenceDate: null }),
};

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld(sqliteBench);
  const register = await fillRegister(world.store, 2);
  await makeTasks(world.store, register, [
    { about: 'c1', subject: 1, rating: 'low' },
    { about: 'c2', subject: 1, rating: 'low' },
    { about: 'c3', subject: 2, rating: 'low' },
  ]);
});
afterEach(() => world.dispose());

async function answer(verdict: 'same_person' | 'someone_else'): Promise<void> {
  const [anne, page] = [
    world.access('anne'),
    await world.store.listTasks(world.access('senior'), { limit: 9 }, MORNING),
  ];
  const task = page.tasks.find(({ personnelNumber }) => personnelNumber === 'P-1');
  const claimed = await world.store.claimTask(anne, task!.taskId, MORNING);
  if (claimed.kind !== 'done') throw new Error(claimed.refusal);
  const decision = { verdict, reason: 'gezien', waitUntil: null };
  await world.store.decideIdentity(anne, claimed.taskId, claimed.version, decision, MORNING);
}

async function ratings(): Promise<readonly string[]> {
  const { tasks } = await world.store.listTasks(world.access('senior'), { limit: 9 }, MORNING);
  return tasks.map(({ personnelNumber, revealed }) => `${personnelNumber} ${revealed?.rating}`).sort();
}

test('confirming one case rates the other open tasks of that subject anew, and nobody else', async () => {
  await answer('same_person');
  expect(await renewRatings(world.store, HISTORY_COUNTS, stoppedClock)).toBe(1);
  expect(await ratings()).toEqual(['P-1 high', 'P-1 low', 'P-2 low']);
  expect(await renewRatings(world.store, HISTORY_COUNTS, stoppedClock)).toBe(0);
});

test('saying that it is someone else changes no rating', async () => {
  await answer('someone_else');
  expect(await renewRatings(world.store, HISTORY_COUNTS, stoppedClock)).toBe(0);
});

test('another policy rates every open task anew', async () => {
  const strict: Relevance = {
    ...HISTORY_COUNTS,
    policyVersion: '2',
    rate: () => ({ ...rating('medium'), policyVersion: '2' }),
  };
  expect(await renewRatings(world.store, strict, stoppedClock)).toBe(3);
  expect(await ratings()).toEqual(['P-1 medium', 'P-1 medium', 'P-2 medium']);
});
