import { type Job, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import type { Store } from '../db/store.ts';
import { afterPoison, afterPolicyCheck, afterPoll } from '../src/alarms/happenings.ts';
import type { Access } from '../src/domain/access.ts';
import { ScreeningError } from '../src/domain/errors.ts';
import { relevanceOf } from '../src/relevance/relevance.ts';
import type { Clock } from '../src/runtime/clock.ts';
import { traceOf } from '../src/runtime/error-trace.ts';
import type { Logger } from '../src/runtime/logger.ts';
import type { RedisAccess } from '../src/runtime/redis.ts';
import { recordVerdicts } from './alarms.ts';
import { type CanaryTools, clearCanaries, plantCanaries } from './canary/run.ts';
import { createFlow, type Flow } from './flow.ts';
import type { InboxPoller } from './inbox.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { type InboxJob, QUEUE_NAMES, type Queues, type ScreenJob, type SettleJob, type UpkeepJob } from './queues.ts';
import type { RegisterHolder } from './register-index.ts';
import { renewPairs } from './renew-pairs.ts';
import { renewRatings } from './renew-ratings.ts';
import { resealAll } from './reseal.ts';
import { eraseAllDue } from './retention.ts';
import {
  ERASE_DUE,
  FOLLOW_LAW,
  keepSchedules,
  PLANT_CANARIES,
  type ScheduleTiming,
  SWEEP,
  WATCH_ALARMS,
} from './schedules.ts';
import { type ScreeningTools, screenChunk } from './screen/screen-chunk.ts';
import { settleDelivery } from './settle.ts';
import { sweep } from './sweep.ts';
import { watchAlarms } from './watch-alarms.ts';
import { keepSign } from './worker-signs.ts';

export interface WorkerTools extends Omit<ScreeningTools, 'relevance'>, CanaryTools {
  readonly store: Store;
  readonly policyInForce: PolicyInForce;
  /** The version in the data files of this program, which counts only once two people have put it in force. */
  readonly policyInFiles: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly redis: RedisAccess;
  readonly queues: Queues;
  readonly pollInbox: InboxPoller;
  /** What this process holds of the register, to be shown to operators. */
  readonly register: Pick<RegisterHolder, 'size' | 'version'>;
  /** Chunks in hand at the same time. */
  readonly concurrency: number;
}

export interface WorkerTiming extends ScheduleTiming {
  /** How long a job stays with a worker that gives no sign of life. */
  readonly lockDurationMs: number;
  /** How often a worker says what it holds of the register. */
  readonly signEveryMs: number;
}

export const DEFAULT_TIMING: WorkerTiming = {
  lockDurationMs: 30_000,
  signEveryMs: 2_000,
  sweepEveryMs: 30_000,
  watchEveryMs: 300_000,
  // At night, when nobody reviews, and not in the hour that is there twice or not at all when the clock changes.
  retentionPattern: '0 30 3 * * *',
  inboxPattern: '*/2 * * * * *',
  // Every night, so that what it finds lies ready when operators begin their day.
  canaryPattern: '0 30 5 * * *',
};

export interface RunningWorker {
  /** By which the metrics name it. */
  readonly workerId: string;
  /** Finishes the chunks in hand, then stops. */
  close(): Promise<void>;
}

const OPERATING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'operate' };

/**
 * What a job leaves in Redis when it fails: a code and the frames of the stack. The message of a foreign error may
 * quote what it choked on, and BullMQ keeps messages.
 */
function withoutMessage(error: unknown): Error {
  if (error instanceof ScreeningError) return error;
  const safe = new ScreeningError('CHUNK_FAILED', {}, { cause: error });
  const frames = traceOf(error).frames.map((frame) => `    at ${frame}`);
  safe.stack = [`ScreeningError: ${safe.code}`, ...frames].join('\n');
  return safe;
}

async function screen(tools: WorkerTools, flow: Flow, { data }: Job<ScreenJob>): Promise<void> {
  const relevance = relevanceOf(await tools.policyInForce());
  const screened = await screenChunk({ ...tools, relevance }, data.chunkId);
  switch (screened.kind) {
    case 'screened':
      return flow.chunkScreened(data, screened.unscreened);
    case 'split':
      return flow.chunkSplit(data, screened.chunkIds);
    case 'nothing_to_do':
      return;
    case 'poisoned': {
      await recordVerdicts(tools, OPERATING, afterPoison(data));
      await flow.chunkScreened(data, screened.unscreened);
      // Nothing is left to be done, but operators look for failures in the failed set.
      throw new UnrecoverableError('CHUNK_FAILED: one line of the delivery was quarantined as POISON');
    }
  }
}

async function poll(tools: WorkerTools): Promise<void> {
  const polled = await tools.pollInbox();
  const verdicts = afterPoll(polled.kind === 'polled' ? polled.stuck : null);
  await recordVerdicts(tools, OPERATING, verdicts);
}

async function upkeep(tools: WorkerTools, flow: Flow, { name }: Job<UpkeepJob>): Promise<void> {
  const { store, clock, policyInForce, policyInFiles } = tools;
  if (name === PLANT_CANARIES) await plantCanaries(tools);
  if (name === SWEEP) {
    await clearCanaries(store, clock);
    await sweep(store, flow, clock);
    await resealAll(store, OPERATING);
    const relevance = relevanceOf(await policyInForce());
    await renewPairs({ ...tools, relevance });
    await renewRatings(store, relevance, clock);
  }
  if (name === WATCH_ALARMS) {
    await watchAlarms(tools);
    const { version } = await policyInForce();
    await recordVerdicts(tools, OPERATING, afterPolicyCheck(policyInFiles, version));
  }
  if (name === FOLLOW_LAW) await store.withdrawUncovered(OPERATING, clock.now());
  if (name === ERASE_DUE) await eraseAllDue(store, OPERATING, clock);
}

function logged<T>(tools: WorkerTools, step: (job: Job<T>) => Promise<void>): (job: Job<T>) => Promise<void> {
  return async (job) => {
    try {
      await step(job);
    } catch (error) {
      if (error instanceof UnrecoverableError) throw error;
      tools.logger.failure('job failed', error, { queue: job.queueName, attempt: job.attemptsMade + 1 });
      throw withoutMessage(error);
    }
  };
}

/** Runs the jobs of all queues in this process until it is closed. Any number of such processes may run. */
export async function startWorker(tools: WorkerTools, timing: WorkerTiming = DEFAULT_TIMING): Promise<RunningWorker> {
  const { redis, queues, store, clock, logger } = tools;
  const flow = createFlow(queues);
  // A stalled job is simply run again: attempts are counted in the database, and no job does harm by running twice.
  const common = {
    lockDuration: timing.lockDurationMs,
    stalledInterval: timing.lockDurationMs,
    maxStalledCount: 1_000,
  };
  const options = (): WorkerOptions => ({ ...common, connection: redis.connect('blocking') });
  const workers = [
    new Worker<InboxJob>(
      QUEUE_NAMES.inbox,
      logged(tools, () => poll(tools)),
      options(),
    ),
    new Worker<ScreenJob>(
      QUEUE_NAMES.screen,
      logged(tools, (job) => screen(tools, flow, job)),
      { ...options(), concurrency: tools.concurrency },
    ),
    new Worker<SettleJob>(
      QUEUE_NAMES.settle,
      logged(tools, async (job) => void (await settleDelivery(store, clock, job.data.deliveryKey))),
      options(),
    ),
    new Worker<UpkeepJob>(
      QUEUE_NAMES.upkeep,
      logged(tools, (job) => upkeep(tools, flow, job)),
      options(),
    ),
  ];
  for (const worker of workers) worker.on('error', (error) => logger.failure('a worker lost its queue', error, {}));
  // Whatever an earlier process left is taken up at once, not at the next tick.
  await sweep(store, flow, clock);
  const stopSchedules = keepSchedules(queues, timing, logger);
  const sign = keepSign(redis.connect('requests'), tools.register, timing.signEveryMs);
  return {
    workerId: sign.workerId,
    close: async () => {
      stopSchedules();
      await Promise.all(workers.map((worker) => worker.close()));
      await sign.stop();
    },
  };
}
