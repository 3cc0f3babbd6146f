import type { Queue, RepeatOptions } from 'bullmq';
import type { Logger } from '../src/runtime/logger.ts';
import type { Queues } from './queues.ts';

/** When the schedules of every installation run. */
export interface ScheduleTiming {
  /** How often unfinished work is looked for, and every schedule looked after. */
  readonly sweepEveryMs: number;
  /** How often the figures are held against the rules for alarms. */
  readonly watchEveryMs: number;
  /** When what is over its term is erased, as a cron pattern with seconds, in Dutch time. */
  readonly retentionPattern: string;
  /** How often the inbox is looked through, as a cron pattern with seconds. */
  readonly inboxPattern: string;
  /** When test persons are planted, as a cron pattern with seconds. */
  readonly canaryPattern: string;
}

/** A job that comes back, by the name under which Bull Board lists it with its next run. */
interface Schedule {
  readonly queue: Queue;
  readonly name: string;
  readonly repeat: Pick<RepeatOptions, 'every' | 'pattern' | 'tz'>;
}

const TIME_ZONE = 'Europe/Amsterdam';

/** The scheduled jobs of the upkeep queue, in words that Bull Board lets through: small letters and hyphens. */
export const SWEEP = 'sweep';
export const WATCH_ALARMS = 'watch-alarms';
export const FOLLOW_LAW = 'withdraw-uncovered-tasks';
export const PLANT_CANARIES = 'plant-test-persons';

/** Days begin and end at midnight, and with them bases, inquiries and service. */
const AFTER_MIDNIGHT = '0 1 0 * * *';
export const ERASE_DUE = 'erase-over-term';

/** Finished runs that Bull Board still shows. */
const KEPT = { removeOnComplete: { count: 100 }, removeOnFail: { count: 100 } } as const;

/** States of a run that is still to come or under way. */
const ALIVE: readonly string[] = ['delayed', 'waiting', 'prioritized', 'active'];

function schedulesOf({ upkeep, inbox }: Queues, timing: ScheduleTiming): readonly Schedule[] {
  return [
    { queue: upkeep, name: SWEEP, repeat: { every: timing.sweepEveryMs } },
    { queue: upkeep, name: WATCH_ALARMS, repeat: { every: timing.watchEveryMs } },
    { queue: upkeep, name: FOLLOW_LAW, repeat: { pattern: AFTER_MIDNIGHT, tz: TIME_ZONE } },
    { queue: upkeep, name: ERASE_DUE, repeat: { pattern: timing.retentionPattern, tz: TIME_ZONE } },
    { queue: upkeep, name: PLANT_CANARIES, repeat: { pattern: timing.canaryPattern, tz: TIME_ZONE } },
    { queue: inbox, name: 'poll-inbox', repeat: { pattern: timing.inboxPattern, tz: TIME_ZONE } },
  ];
}

/** Whether the schedule is there as it should be, with a run to come. */
async function isKept({ queue, name, repeat }: Schedule): Promise<boolean> {
  const found = await queue.getJobScheduler(name);
  if (found?.next === undefined) return false;
  if (found.every !== repeat.every || found.pattern !== repeat.pattern || found.tz !== repeat.tz) return false;
  return ALIVE.includes(await queue.getJobState(`repeat:${name}:${found.next}`));
}

/**
 * Sets the schedules that are missing or different. One that stands is left alone: setting it again would move a run
 * that is overdue into the future, and a run that was missed would not be made up. BullMQ plans one run ahead, so it is
 * made up once, however many were missed.
 */
export async function renewSchedules(queues: Queues, timing: ScheduleTiming): Promise<void> {
  for (const schedule of schedulesOf(queues, timing)) {
    const { queue, name, repeat } = schedule;
    if (!(await isKept(schedule))) await queue.upsertJobScheduler(name, repeat, { name, opts: KEPT });
  }
}

/**
 * Keeps the schedules in Redis. They are looked after from a timer of this process, because a schedule that lives in
 * Redis alone would vanish with it, and with the schedule of the sweep nothing would be found again.
 *
 * @returns what stops looking after them; the schedules stay for the other workers
 */
export function keepSchedules(queues: Queues, timing: ScheduleTiming, logger: Logger): () => void {
  const tick = (): void => {
    renewSchedules(queues, timing).catch((error: unknown) =>
      logger.failure('the schedules could not be renewed', error),
    );
  };
  tick();
  const timer = setInterval(tick, timing.sweepEveryMs);
  return () => clearInterval(timer);
}
