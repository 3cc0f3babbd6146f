import type { Store } from '../db/store.ts';
import { alarmChanges } from '../src/alarms/changes.ts';
import type { AlarmVerdict } from '../src/alarms/verdict.ts';
import type { Access } from '../src/domain/access.ts';
import type { Alarm } from '../src/domain/alarm.ts';
import type { EpochMs } from '../src/domain/ids.ts';

/** More than this many alarms are no longer read by anybody; what is over of the older ones is cleared later. */
const MOST_OPEN = 10_000;

export function openAlarms(store: Store, access: Access): Promise<readonly Alarm[]> {
  return store.listAlarms(access, 'open', MOST_OPEN);
}

/** Raises and clears what the rules say. Any number of processes may do so at the same time. */
export async function recordVerdicts(
  store: Store,
  access: Access,
  verdicts: readonly AlarmVerdict[],
  at: EpochMs,
): Promise<void> {
  if (verdicts.length === 0) return;
  const { clear, raise } = alarmChanges(verdicts, await openAlarms(store, access), at);
  for (const { code, about } of clear) await store.clearAlarm(access, code, about, at);
  for (const alarm of raise) await store.raiseAlarm(access, alarm, at);
}
