import type { WatchFigures } from '../db/contract/watch.ts';
import { judgeFigures } from '../src/alarms/standing.ts';
import { type VolumeFigures, volumeOn, WEEKS_COMPARED } from '../src/alarms/volume.ts';
import type { Access } from '../src/domain/access.ts';
import { addDays, type CalendarDate } from '../src/domain/calendar-date.ts';
import { asEpochMs, type EpochMs } from '../src/domain/ids.ts';
import { isHoliday } from '../src/review/holidays.ts';
import { calendarDay } from '../src/runtime/calendar-day.ts';
import { type AlarmTools, openAlarms, recordVerdicts } from './alarms.ts';

const WATCHING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'operate' };

/** Everything that the volume of yesterday is held against, and two days to spare. */
const TAKEN_SINCE_MS = (WEEKS_COMPARED * 7 + 2) * 24 * 60 * 60 * 1000;

/** Of the last day that ended in the Netherlands. */
function volumeOf({ taken, firstTakenAt }: WatchFigures, now: EpochMs): VolumeFigures | null {
  if (firstTakenAt === null) return null;
  const byDay = new Map<CalendarDate, number>();
  for (const { at, entries } of taken) {
    const day = calendarDay(at);
    byDay.set(day, (byDay.get(day) ?? 0) + entries);
  }
  return volumeOn(addDays(calendarDay(now), -1), byDay, calendarDay(firstTakenAt), isHoliday);
}

/** Holds the figures against the rules; raises what stands and clears what is over. Harmless at any time. */
export async function watchAlarms(tools: AlarmTools): Promise<void> {
  const { store, clock } = tools;
  const at = clock.now();
  const figures = await store.readWatchFigures(WATCHING, asEpochMs(at - TAKEN_SINCE_MS));
  const open = await openAlarms(store, WATCHING);
  const verdicts = judgeFigures({ ...figures, at, volume: volumeOf(figures, at) }, open);
  await recordVerdicts(tools, WATCHING, verdicts);
}
