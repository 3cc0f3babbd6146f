import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import type { TaskId } from '../../src/domain/ids.ts';
import type { ClaimerData } from './claimer.ts';
import { fillRegister, makeTasks } from './conformance/review-material.ts';
import { minutesLater, openReviewWorld } from './conformance/review-world.ts';
import { sqliteBench } from './sqlite-bench.ts';

const TASKS = 24;

test('reviewers on two threads who all press "next" share the queue out, each task to one', async () => {
  const { path, keys, ...bench } = await sqliteBench();
  const world = await openReviewWorld(async () => bench);
  const register = await fillRegister(world.store, 1);
  const toMake = Array.from({ length: TASKS }, (_, index) => ({ about: `c${index}`, subject: 1 }));
  await makeTasks(world.store, register, toMake);

  const claimers = ['anne', 'bram'].map(async (name) => {
    const workerData: ClaimerData = { path, keys, access: world.access(name), at: minutesLater(1) };
    const [taken] = await once(new Worker(new URL('./claimer.ts', import.meta.url), { workerData }), 'message');
    return taken as readonly TaskId[];
  });
  const taken = (await Promise.all(claimers)).flat();
  expect(taken).toHaveLength(TASKS);
  expect(new Set(taken).size).toBe(TASKS);
  await world.dispose();
}, 60_000);
