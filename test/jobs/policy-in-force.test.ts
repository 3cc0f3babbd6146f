import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { policyInForceOf } from '../../jobs/policy-in-force.ts';
import { renewRatings } from '../../jobs/renew-ratings.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { RelevanceTables } from '../../src/domain/relevance.ts';
import { requirePolicy } from '../../src/relevance/policy.ts';
import { relevanceOf } from '../../src/relevance/relevance.ts';
import { readRelevanceTables } from '../../src/runtime/relevance-tables.ts';
import { later, MORNING } from '../db/conformance/bench.ts';
import { nextVersion } from '../db/conformance/policies.ts';
import { fillRegister, makeTasks } from '../db/conformance/review-material.ts';
import { openReviewWorld, type ReviewWorld, SETTING_UP } from '../db/conformance/review-world.ts';
import { sqliteBench } from '../db/sqlite-bench.ts';

const FIRST = readRelevanceTables();
const DAY_MS = 86_400_000;

let world: ReviewWorld;
let now: EpochMs;
beforeEach(async () => {
  world = await openReviewWorld(sqliteBench);
  await world.store.adoptPolicy(SETTING_UP, FIRST, MORNING);
  now = MORNING;
});
afterEach(() => world.dispose());

const clock = { now: () => now };

async function change(tables: RelevanceTables): Promise<string> {
  const { version } = requirePolicy(tables);
  await world.store.proposePolicy(world.access('registrar'), tables, now);
  // Another process: the worker that runs hears of it from the database alone.
  await world.other.confirmPolicy(world.access('registrar2'), version, now);
  return version;
}

test('a running worker takes up a change that two people made, on its day and not before', async () => {
  const policyInForce = policyInForceOf(world.store, clock);
  const first = await policyInForce();
  expect(first.version).toBe(requirePolicy(FIRST).version);
  expect(await policyInForce()).toBe(first);
  const version = await change(nextVersion('2098.2', '2026-11-25'));
  expect(await policyInForce()).toBe(first);
  now = later(2 * DAY_MS);
  expect((await policyInForce()).version).toBe(version);
});

test('a change rates the open tasks anew and leaves the closed ones as they were decided', async () => {
  const register = await fillRegister(world.store, 2);
  await makeTasks(world.store, register, [
    { about: 'c1', subject: 1, rating: 'high' },
    { about: 'c2', subject: 2, rating: 'low' },
  ]);
  const anne = world.access('anne');
  const claimed = await world.store.claimNext(anne, MORNING);
  if (claimed?.kind !== 'done') throw new Error('nothing to claim');
  const same = { verdict: 'same_person', reason: '', waitUntil: null } as const;
  const told = await world.store.decideIdentity(anne, claimed.taskId, claimed.version, same, MORNING);
  if (told.kind !== 'done') throw new Error(told.refusal);
  const propose = { verdict: 'propose_investigation', reason: '', overriddenRating: null, waitUntil: null } as const;
  await world.store.decideRelevance(anne, told.taskId, told.version, propose, MORNING);

  const milder = nextVersion('2098.2', '2026-11-23');
  const policy = milder.policy.replace('"D1":{"F0":"high"', '"D1":{"F0":"medium"');
  await change({ ...milder, policy });
  const policyInForce = policyInForceOf(world.store, clock);
  await renewRatings(world.store, relevanceOf(await policyInForce()), clock);
  const { tasks } = await world.store.listTasks(world.access('senior'), { limit: 9 }, MORNING);
  expect(tasks.map(({ state, revealed }) => `${state} ${revealed?.rating}`).sort()).toEqual([
    'closed high',
    'open medium',
  ]);
});
