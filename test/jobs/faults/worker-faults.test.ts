import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryStatus, OutcomeCounts } from '../../../src/domain/delivery.ts';
import { openRedis } from '../../../src/runtime/redis.ts';
import { openBench } from '../../support/bench.ts';
import { TESTING } from '../../support/own-installation.ts';
import { deliveryOf, messageOf, registerOf } from '../../support/small-world.ts';
import { spawnWorker, type WorkerProcess } from '../../support/worker-process.ts';
import { screenedOf, startWorld, type World } from '../../support/world.ts';

/** Every tenth entry concerns one of the subjects. */
const SUBJECTS = 20;
const ENTRIES = 200;
const CHUNK_SIZE = 4;

const REGISTER = registerOf(SUBJECTS);
const DELIVERY = deliveryOf(
  1,
  Array.from({ length: ENTRIES }, (_, number) =>
    messageOf(number % 10 === 0 ? number / 10 : number + 1_000, {
      berichtId: `B${number}`,
      zaak: { ...messageOf(number).zaak, parketnummer: `16-${String(number).padStart(6, '0')}-26` },
    }),
  ),
);

interface End {
  readonly outcomes: OutcomeCounts;
  readonly tasks: readonly string[];
}

/** What every run must end with: that of one process in which nothing happens. */
async function quietRun(): Promise<End> {
  const bench = await openBench(CHUNK_SIZE);
  try {
    await bench.importRegister(REGISTER);
    await bench.deliver(DELIVERY);
    await bench.screenAll();
    return { outcomes: (await bench.status()).outcomes, tasks: await bench.tasks() };
  } finally {
    await bench.dispose();
  }
}

/** A delivery that waits, and a way to put workers on it. */
interface Scene {
  readonly world: World;
  start(freezesAt?: number): WorkerProcess;
}

const settled = ([status]: readonly DeliveryStatus[]): boolean => status?.state === 'settled';
const begun = ([status]: readonly DeliveryStatus[]): boolean =>
  status !== undefined && status.state === 'screening' && screenedOf(status) >= ENTRIES / 8;

const FAULTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'a worker killed in the middle, and another started': async ({ world, start }) => {
    const worker = start();
    await world.waitFor(begun);
    await worker.kill();
    start();
  },
  'Redis emptied in the middle': async ({ world, start }) => {
    start();
    await world.waitFor(begun);
    const redis = await openRedis(world.installation.config);
    await redis.connect('requests').flushall();
    await redis.close();
  },
  'one of two workers frozen past its lock, and thawed when the other has taken over': async ({ world, start }) => {
    const frozen = start(5);
    const other = start();
    await Promise.all([frozen.says('freezing'), other.says('started')]);
    await world.waitFor(settled);
    frozen.thaw();
    // It writes what it had in hand, and finds that somebody else has.
    await frozen.says('superseded');
  },
};

async function endOf(fault: (scene: Scene) => Promise<void>): Promise<End & { readonly balanced: boolean }> {
  const world = await startWorld({ SCREENING_CHUNK_SIZE: String(CHUNK_SIZE) });
  const workers: WorkerProcess[] = [];
  const start: Scene['start'] = (freezesAt) => {
    const worker = spawnWorker(world.env, freezesAt);
    workers.push(worker);
    return worker;
  };
  try {
    await world.importRegister(REGISTER);
    await world.deliver(DELIVERY);
    await fault({ world, start });
    const [status] = await world.waitFor(settled);
    const [ledger] = await world.installation.store.reconcile(TESTING, null);
    return { outcomes: status!.outcomes, tasks: await world.tasks(), balanced: ledger!.balanced };
  } finally {
    for (const worker of workers) await worker.kill();
    await world.close();
  }
}

describe('the tasks come out as in a quiet run, with', () => {
  let quiet: End;
  let ends: Readonly<Record<string, ReturnType<typeof endOf>>>;

  // All at once: each has a world of its own, and most of the time goes to waiting for processes to start.
  beforeAll(async () => {
    ends = Object.fromEntries(Object.entries(FAULTS).map(([says, fault]) => [says, endOf(fault)]));
    for (const end of Object.values(ends)) end.catch(() => undefined);
    quiet = await quietRun();
    // In a register of twenty a chance likeness may make a task too; what counts is that every run ends the same.
    expect(quiet.tasks.length).toBeGreaterThanOrEqual(SUBJECTS);
  }, 60_000);

  afterAll(() => Promise.allSettled(Object.values(ends)));

  test.each(Object.keys(FAULTS))(
    '%s',
    async (says) => {
      expect(await ends[says]).toEqual({ ...quiet, balanced: true });
    },
    60_000,
  );
});
