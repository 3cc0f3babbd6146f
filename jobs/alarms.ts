import type { Store } from '../db/store.ts';
import { alarmChanges } from '../src/alarms/changes.ts';
import type { AlarmVerdict } from '../src/alarms/verdict.ts';
import type { Access } from '../src/domain/access.ts';
import type { Alarm } from '../src/domain/alarm.ts';
import type { Clock } from '../src/runtime/clock.ts';
import type { Logger } from '../src/runtime/logger.ts';

export interface AlarmTools {
  readonly store: Store;
  readonly clock: Clock;
  /** Is told of every alarm by code and id; what it is about stands on the page of alarms. */
  readonly logger: Logger;
}

/** More than this many alarms are no longer read by anybody; what is over of the older ones is cleared later. */
const MOST_OPEN = 10_000;

export function openAlarms(store: Store, access: Access): Promise<readonly Alarm[]> {
  return store.listAlarms(access, 'open', MOST_OPEN);
}

/** Raises and clears what the rules say, and logs it. Any number of processes may do so at the same time. */
export async function recordVerdicts(
  { store, clock, logger }: AlarmTools,
  access: Access,
  verdicts: readonly AlarmVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const at = clock.now();
  const open = await openAlarms(store, access);
  const { clear, raise } = alarmChanges(verdicts, open, at);
  for (const { code, about } of clear) {
    if (await store.clearAlarm(access, code, about, at)) logger.info('an alarm is over', { code });
  }
  for (const alarm of raise) {
    const alarmId = await store.raiseAlarm(access, alarm, at);
    const isKnown = open.some((known) => known.alarmId === alarmId);
    logger.warn(isKnown ? 'an alarm stands' : 'an alarm was raised', { code: alarm.code, alarmId });
  }
}
