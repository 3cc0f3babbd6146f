import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenQueues, openQueues } from '../../jobs/queue-connections.ts';
import { DEFAULT_TIMING, type RunningWorker, startWorker } from '../../jobs/worker.ts';
import { composeWorker } from '../../src/bin/compose-worker.ts';
import { asEpochMs } from '../../src/domain/ids.ts';
import { openRedis, type RedisAccess } from '../../src/runtime/redis.ts';
import { TESTING } from '../support/own-installation.ts';
import { deliveryOf, messageOf, officerOf, registerOf } from '../support/small-world.ts';
import { startWorld, type World } from '../support/world.ts';

/** Every second instead of every night. */
const TIMING = { ...DEFAULT_TIMING, retentionPattern: '* * * * * *' };
/** A task about somebody else is kept for thirty. */
const FORTY_DAYS_MS = 40 * 24 * 60 * 60 * 1000;

/** A worker whose clock stands where it is put. */
let world: World;
let redis: RedisAccess;
let open: OpenQueues;
let worker: RunningWorker;
let aheadMs = 0;
beforeAll(async () => {
  world = await startWorld();
  const { installation, system } = world;
  await world.importRegister(registerOf(3));
  redis = await openRedis(installation.config);
  open = openQueues(redis);
  const tools = composeWorker(installation, redis, open.queues, system);
  const clock = { ...installation.clock, now: () => asEpochMs(installation.clock.now() + aheadMs) };
  worker = await startWorker({ ...tools, clock }, TIMING);
}, 60_000);
afterAll(async () => {
  await worker.close();
  await open.close();
  await redis.close();
  await world.close();
});

/** Somebody else, by two pairs of eyes, because the BSN is equal. */
async function dismiss(): Promise<void> {
  const { store, clock } = world.installation;
  for (const name of ['reviewer1', 'reviewer2']) {
    const account = await store.accountByName(TESTING, name);
    const access = { actor: { kind: 'account', accountId: account!.accountId }, purpose: 'review_task' } as const;
    const claimed = await store.claimNext(access, clock.now());
    if (claimed?.kind !== 'done') throw new Error('nothing to claim');
    const decision = { verdict: 'someone_else', reason: 'verkeerd nummer', waitUntil: null } as const;
    await store.decideIdentity(access, claimed.taskId, claimed.version, decision, clock.now());
  }
}

const runs = async () => {
  const rows = await world.installation.store.listAudit(TESTING, 0, 100_000);
  return rows.filter(({ action, details }) => action === 'erase_due' && details['kind'] === 'false_match');
};

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (await holds()) return;
    await delay(10);
  }
  throw new Error('the worker never did what it should do of itself');
}

test('a worker erases by its own schedule what is over its term, not before, and writes down what it erased', async () => {
  await world.deliver(deliveryOf(1, [messageOf(1)]));
  await world.waitFor(([status]) => status?.state === 'settled');
  await dismiss();
  const before = (await runs()).length;
  await until(async () => (await runs()).length > before);
  expect(await world.tasks()).toEqual([expect.stringContaining(officerOf(1))]);
  aheadMs = FORTY_DAYS_MS;
  await until(async () => (await world.tasks()).length === 0);
  await until(async () => (await runs()).some(({ details }) => details['erase'] === 1));
  expect((await runs()).filter(({ details }) => details['erase'] === 1)).toMatchObject([{ actor: 'system:worker' }]);
});
