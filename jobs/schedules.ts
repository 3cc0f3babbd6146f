import type { Logger } from '../src/runtime/logger.ts';
import type { Queues } from './queues.ts';

/** When the schedules of every installation run. */
export interface ScheduleTiming {
  /** How often unfinished work is looked for, and every schedule renewed. */
  readonly sweepEveryMs: number;
  /** How often the inbox is looked through, as a cron pattern with seconds. */
  readonly inboxPattern: string;
}

const TIME_ZONE = 'Europe/Amsterdam';

/** Finished runs that Bull Board still shows. */
const KEPT = { removeOnComplete: { count: 100 }, removeOnFail: { count: 100 } } as const;

async function renew(queues: Queues, timing: ScheduleTiming): Promise<void> {
  await queues.upkeep.upsertJobScheduler('sweep', { every: timing.sweepEveryMs }, { name: 'sweep', opts: KEPT });
  const pattern = { pattern: timing.inboxPattern, tz: TIME_ZONE };
  await queues.inbox.upsertJobScheduler('poll the inbox', pattern, { name: 'poll the inbox', opts: KEPT });
}

/**
 * Keeps the schedules in Redis. They are renewed from a timer of this process, because a schedule that lives in Redis
 * alone would vanish with it, and with the schedule of the sweep nothing would be found again. BullMQ plans one run
 * ahead, so a run that was missed is made up once.
 *
 * @returns what stops the renewing; the schedules stay for the other workers
 */
export function keepSchedules(queues: Queues, timing: ScheduleTiming, logger: Logger): () => void {
  const tick = (): void => {
    renew(queues, timing).catch((error: unknown) => logger.failure('the schedules could not be renewed', error));
  };
  tick();
  const timer = setInterval(tick, timing.sweepEveryMs);
  return () => clearInterval(timer);
}
