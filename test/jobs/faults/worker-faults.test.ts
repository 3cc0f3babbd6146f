import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryStatus } from '../../../src/domain/delivery.ts';
import { openRedis } from '../../../src/runtime/redis.ts';
import { deliveryOf, messageOf, registerOf } from '../../support/small-world.ts';
import { spawnWorker, type WorkerProcess } from '../../support/worker-process.ts';
import { screenedOf, startWorld, type World } from '../../support/world.ts';

/** Subjects 0–39; of the entries, about persons 0–399, every tenth concerns one of them. */
const SUBJECTS = 40;
const ENTRIES = 400;
const CHUNK_SIZE = 5;

const messages = Array.from({ length: ENTRIES }, (_, number) =>
  messageOf(number % 10 === 0 ? number / 10 : number + 1_000, {
    berichtId: `B${number}`,
    zaak: { ...messageOf(number).zaak, parketnummer: `16-${String(number).padStart(6, '0')}-26` },
  }),
);

async function newWorld(): Promise<World> {
  const world = await startWorld({ SCREENING_CHUNK_SIZE: String(CHUNK_SIZE) });
  await world.importRegister(registerOf(SUBJECTS));
  const accepted = await world.deliver(deliveryOf(1, messages));
  expect(accepted.kind).toBe('accepted');
  return world;
}

const inTheMiddle = ([status]: readonly DeliveryStatus[]): boolean =>
  status !== undefined && screenedOf(status) >= ENTRIES / 8 && status.state === 'screening';
const settled = ([status]: readonly DeliveryStatus[]): boolean => status?.state === 'settled';

/** What a fault must not change: every line has its outcome, the ledger closes, the tasks are those of a quiet run. */
async function endOf(world: World) {
  const [status] = await world.waitFor(settled);
  const { store } = world.installation;
  const [ledger] = await store.reconcile({ actor: { kind: 'system', name: 'cli' }, purpose: 'audit' }, null);
  return { outcomes: status?.outcomes, balanced: ledger?.balanced, tasks: await world.tasks() };
}

describe('whatever happens to a worker, the tasks come out as in a quiet run', () => {
  let quiet: Awaited<ReturnType<typeof endOf>>;
  let world: World;
  let workers: WorkerProcess[] = [];

  const start = async (): Promise<WorkerProcess> => {
    const worker = await spawnWorker(world);
    workers.push(worker);
    return worker;
  };
  const stopAll = async (): Promise<void> => {
    for (const worker of workers) await worker.kill();
    workers = [];
    await world.close();
  };

  beforeAll(async () => {
    world = await newWorld();
    await start();
    quiet = await endOf(world);
    await stopAll();
  }, 60_000);

  test('the quiet run finds every subject once', () => {
    expect(quiet.tasks).toHaveLength(SUBJECTS);
  });

  const faults: readonly { readonly says: string; readonly fault: () => Promise<void> }[] = [
    {
      says: 'killed in the middle and started again',
      fault: async () => {
        await workers[0]?.kill();
        await start();
      },
    },
    {
      says: 'Redis emptied in the middle',
      fault: async () => {
        const redis = await openRedis(world.installation.config);
        await redis.connect('requests').flushall();
        await redis.close();
      },
    },
    {
      says: 'frozen past its lock, thawed when another has taken over',
      fault: async () => {
        workers[0]?.freeze();
        await start();
        await world.waitFor(settled);
        workers[0]?.thaw();
      },
    },
    {
      says: 'three at once, one of them killed',
      fault: async () => {
        await start();
        await start();
        await workers[1]?.kill();
      },
    },
  ];

  test.each(faults)(
    '$says',
    async ({ fault }) => {
      world = await newWorld();
      await start();
      try {
        await world.waitFor(inTheMiddle);
        await fault();
        const end = await endOf(world);
        expect(end.balanced).toBe(true);
        expect(end).toEqual(quiet);
      } finally {
        await stopAll();
      }
    },
    60_000,
  );
});
