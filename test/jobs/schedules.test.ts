import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Queue, Worker } from 'bullmq';
import { type OpenQueues, openQueues } from '../../jobs/queue-connections.ts';
import { QUEUE_NAMES } from '../../jobs/queues.ts';
import { renewSchedules, SWEEP, WATCH_ALARMS } from '../../jobs/schedules.ts';
import { DEFAULT_TIMING } from '../../jobs/worker.ts';
import { HIDDEN, scrubJob, scrubScheduler } from '../../src/web/board/scrub.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';

/** Short enough for several runs to be missed in a test. */
const OFTEN = { ...DEFAULT_TIMING, sweepEveryMs: 200 };
const SEVERAL_RUNS_MS = 900;

let redis: TestRedis;
let open: OpenQueues;
let worker: Worker | null = null;
beforeAll(async () => {
  redis = await startTestRedis();
  open = openQueues(redis.access);
}, 30_000);
afterAll(async () => {
  await open.close();
  await redis.stop();
});
beforeEach(async () => {
  for (const queue of Object.values(open.queues) as Queue[]) await queue.obliterate({ force: true });
});

/** The first run of a schedule that repeats waits already, the others are still to come. */
const comingRuns = async () =>
  (await open.queues.upkeep.getJobs(['waiting', 'delayed'])).map(({ id, name }) => `${name} ${id}`).sort();

test('every schedule is there by a name that explains itself, with its next run', async () => {
  const since = Date.now();
  await renewSchedules(open.queues, DEFAULT_TIMING);
  const found = await Promise.all([open.queues.upkeep.getJobSchedulers(), open.queues.inbox.getJobSchedulers()]);
  const schedules = found.flat().sort((a, b) => a.name.localeCompare(b.name));
  expect(schedules).toMatchObject([
    { name: 'erase-over-term', pattern: '0 30 3 * * *', tz: 'Europe/Amsterdam' },
    { name: 'plant-test-persons', pattern: '0 30 5 * * *', tz: 'Europe/Amsterdam' },
    { name: 'poll-inbox', pattern: '*/2 * * * * *', tz: 'Europe/Amsterdam' },
    { name: 'sweep', every: 30_000 },
    { name: 'watch-alarms', every: 300_000 },
    { name: 'withdraw-uncovered-tasks', pattern: '0 1 0 * * *', tz: 'Europe/Amsterdam' },
  ]);
  for (const { next } of schedules) expect(next).toBeGreaterThanOrEqual(since);
  expect(JSON.stringify(schedules.map(scrubScheduler))).not.toContain(HIDDEN);
  const runs = await open.queues.upkeep.getJobs(['waiting', 'delayed']);
  expect(JSON.stringify(runs.map((job) => scrubJob(job.toJSON())))).not.toContain(HIDDEN);
});

test('the night run keeps its hour in summer and in winter', async () => {
  await renewSchedules(open.queues, DEFAULT_TIMING);
  const planting = await open.queues.upkeep.getJobScheduler('plant-test-persons');
  const inTheNetherlands = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
  expect(inTheNetherlands.format(planting?.next)).toBe('05:30');
});

test('looking after schedules that stand changes nothing, also when a run is overdue', async () => {
  await renewSchedules(open.queues, OFTEN);
  const before = await comingRuns();
  await delay(SEVERAL_RUNS_MS);
  await renewSchedules(open.queues, OFTEN);
  expect(await comingRuns()).toEqual(before);
});

test('a schedule that is gone, or has another rhythm, is set anew', async () => {
  await renewSchedules(open.queues, DEFAULT_TIMING);
  await open.queues.upkeep.removeJobScheduler(SWEEP);
  await renewSchedules(open.queues, { ...OFTEN, watchEveryMs: 60_000 });
  expect(await open.queues.upkeep.getJobScheduler(WATCH_ALARMS)).toMatchObject({ every: 60_000 });
  expect(await open.queues.upkeep.getJobScheduler(SWEEP)).toMatchObject({ every: OFTEN.sweepEveryMs });
});

test('runs that were missed are made up once, not many times', async () => {
  await renewSchedules(open.queues, OFTEN);
  await delay(SEVERAL_RUNS_MS);
  const begun: string[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const started = new Promise<void>((resolve) => {
    const hold = async ({ name }: { readonly name: string }): Promise<void> => {
      begun.push(name);
      resolve();
      await held;
    };
    worker = new Worker(QUEUE_NAMES.upkeep, hold, { connection: redis.access.connect('blocking') });
  });
  await started;
  // One run in hand, one to come: none of those in between waits.
  const { upkeep } = open.queues;
  const runs = [...(await upkeep.getActive()), ...(await upkeep.getWaiting()), ...(await upkeep.getDelayed())];
  expect(begun).toEqual([SWEEP]);
  expect(runs.filter(({ name }) => name === SWEEP)).toHaveLength(2);
  release();
  await worker?.close();
}, 20_000);
