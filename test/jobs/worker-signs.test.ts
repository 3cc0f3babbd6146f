import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkerSign } from '../../jobs/queues.ts';
import { openRedis, type RedisAccess } from '../../src/runtime/redis.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf, registerOf } from '../support/small-world.ts';
import { spawnWorker, type WorkerProcess } from '../support/worker-process.ts';
import { startWorld, type World } from '../support/world.ts';

const SUBJECTS = 30;
/** A test that waits for what never comes must fail rather than keep jest from ending. */
const PATIENCE_MS = 20_000;

let world: World;
let redis: RedisAccess;
const workers: WorkerProcess[] = [];
beforeAll(async () => {
  world = await startWorld();
  redis = await openRedis(world.installation.config);
  await world.importRegister(registerOf(SUBJECTS));
}, 30_000);
afterAll(async () => {
  for (const worker of workers) await worker.kill();
  await redis.close();
  await world.close();
});

async function signsOnce(holds: (signs: readonly WorkerSign[]) => boolean): Promise<readonly WorkerSign[]> {
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (performance.now() < deadlineMs) {
    const signs = await world.system.workerSigns();
    if (holds(signs)) return signs;
    await delay(10);
  }
  throw new Error(`no such signs came within ${PATIENCE_MS} ms`);
}

let deliveries = 0;
async function screenOne(): Promise<void> {
  deliveries += 1;
  await world.deliver(deliveryOf(deliveries, [messageOf(900 + deliveries)]));
  await world.waitFor((statuses) => statuses.every(({ state }) => state === 'settled'));
}

async function startWorker(): Promise<WorkerProcess> {
  const worker = spawnWorker(world.env);
  workers.push(worker);
  await worker.says('started');
  return worker;
}

test('a worker in a process of its own shows what it holds, also after the register moved and Redis was emptied', async () => {
  await startWorker();
  // Nothing is known of an index that was not read yet: zeros would tell of an empty register.
  expect(await world.system.workerSigns()).toEqual([]);
  await screenOne();
  const [first] = await signsOnce((signs) => signs.length === 1);
  const version = await world.installation.store.registerVersion(TESTING);
  expect(first).toEqual({ workerId: expect.any(String), registerVersion: version, subjects: SUBJECTS });
  await world.importRegister(registerOf(SUBJECTS + 1));
  await screenOne();
  const [second] = await signsOnce(([sign]) => sign?.registerVersion !== version);
  expect(second).toMatchObject({ workerId: first?.workerId, subjects: SUBJECTS + 1 });
  await redis.connect('requests').flushall();
  expect(await signsOnce((signs) => signs.length === 1)).toEqual([second]);
}, 30_000);

test('one that is killed is gone soon, and the other stays', async () => {
  const [staying] = await world.system.workerSigns();
  const second = await startWorker();
  await world.importRegister(registerOf(SUBJECTS));
  // Whoever takes the chunk: each of them screens one sooner or later.
  for (let tries = 0; tries < 50 && (await world.system.workerSigns()).length < 2; tries += 1) await screenOne();
  expect(await world.system.workerSigns()).toHaveLength(2);
  await second.kill();
  const left = await signsOnce((signs) => signs.length === 1);
  expect(left.map(({ workerId }) => workerId)).toEqual([staying?.workerId]);
  expect(await redis.connect('requests').smembers('screening:workers')).toEqual([staying?.workerId]);
}, 30_000);
