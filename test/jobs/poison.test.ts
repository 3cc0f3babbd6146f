import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openQueues } from '../../jobs/queue-connections.ts';
import { type RunningWorker, startWorker } from '../../jobs/worker.ts';
import { composeWorker } from '../../src/bin/compose-worker.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import { openRedis, type RedisAccess } from '../../src/runtime/redis.ts';
import { TESTING } from '../support/own-installation.ts';
import { poisonedScope } from '../support/poison.ts';
import { deliveryOf, messageOf, personOf, registerOf } from '../support/small-world.ts';
import { startWorld, type World } from '../support/world.ts';

const SUBJECTS = 4;
const LINES = 10;
/** The line about this person, a subject, cannot be screened. */
const POISON = 2;

const TIMING = {
  lockDurationMs: 30_000,
  signEveryMs: 100,
  sweepEveryMs: 300,
  watchEveryMs: 300_000,
  retentionPattern: '0 0 4 * * *',
  inboxPattern: '0 0 4 * * *',
  canaryPattern: '0 0 4 * * *',
};

let world: World;
let redis: RedisAccess;
let worker: RunningWorker;
let end: DeliveryStatus;

beforeAll(async () => {
  world = await startWorld();
  const { installation, system } = world;
  await world.importRegister(registerOf(SUBJECTS));
  redis = await openRedis(installation.config);
  const tools = composeWorker(installation, redis, openQueues(redis).queues, system);
  worker = await startWorker({ ...tools, scope: poisonedScope(tools.scope, personOf(POISON).geslachtsnaam) }, TIMING);
  await world.deliver(
    deliveryOf(
      1,
      Array.from({ length: LINES }, (_, number) => messageOf(number)),
    ),
  );
  const [settled] = await world.waitFor(([status]) => status?.state === 'settled');
  end = settled!;
}, 60_000);

afterAll(async () => {
  await worker.close();
  await redis.close();
  await world.close();
});

describe('a line that cannot be screened, in a chunk of many', () => {
  test('is quarantined alone; all others have their outcome, and the delivery is settled with a code', () => {
    expect(end).toMatchObject({
      code: 'CHUNK_FAILED',
      outcomes: { tasked: SUBJECTS - 1, cleared: LINES - SUBJECTS, quarantined: 1, superseded: 0, withdrawn: 0 },
    });
  });

  test('is told by its number and reason', async () => {
    const quarantined = await world.installation.store.listQuarantine(TESTING, end.deliveryKey, 10);
    expect(quarantined).toMatchObject([
      { line: POISON + 1, messageId: messageOf(POISON).berichtId, reasons: [{ code: 'POISON', field: null }] },
    ]);
  });

  test('leaves a ledger that closes', async () => {
    const [ledger] = await world.installation.store.reconcile(TESTING, null);
    expect(ledger).toMatchObject({ balanced: true, faults: [] });
  });

  test('raises an alarm about the delivery', async () => {
    const alarms = await world.installation.store.listAlarms(TESTING, 'open', 10);
    expect(alarms).toMatchObject([{ code: 'CHUNK_FAILED', params: { deliveryId: 'W-1' } }]);
  });

  test('stands in the failed set as a code, with places in the program and no message', async () => {
    const failed = await world.system.queues.screen.getFailed();
    expect(failed.map(({ failedReason }) => failedReason)).toEqual([
      'CHUNK_FAILED: one line of the delivery was quarantined as POISON',
    ]);
    const completed = await world.system.queues.screen.getCompleted();
    expect(completed).toHaveLength(LINES);
    const stacks = [...failed, ...completed].flatMap(({ stacktrace }) => stacktrace ?? []);
    expect(stacks.length).toBeGreaterThan(1);
    for (const stack of stacks) {
      expect(stack).toMatch(/^\w+Error: CHUNK_FAILED[\w :]*(\n {4}at .*:\d+:\d+\)?)+$/);
      expect(stack).not.toContain(personOf(POISON).geslachtsnaam);
    }
  });
});
