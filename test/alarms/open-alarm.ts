import type { Alarm, AlarmToRaise } from '../../src/domain/alarm.ts';
import { type AlarmId, asEpochMs, asId } from '../../src/domain/ids.ts';

const HOUR_MS = 3_600_000;
export const NOW = asEpochMs(Date.parse('2026-11-24T09:00:00+01:00'));
export const hoursAgo = (hours: number) => asEpochMs(NOW - hours * HOUR_MS);

/** An alarm that was raised and last seen half an hour ago. */
export function openAlarm(alarm: AlarmToRaise, changes: Partial<Alarm> = {}): Alarm {
  return {
    ...alarm,
    alarmId: asId<AlarmId>(`${alarm.code} ${alarm.about}`),
    raisedAt: hoursAgo(0.5),
    lastSeenAt: hoursAgo(0.5),
    acknowledgedAt: null,
    acknowledgedReason: '',
    clearedAt: null,
    ...changes,
  };
}
