import type { Alarm, AlarmToRaise } from '../domain/alarm.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { TextParams } from '../domain/text-code.ts';
import type { AlarmVerdict } from './verdict.ts';

/** What is to be written, in this order: first everything that is cleared, then what is raised. */
export interface AlarmChanges {
  readonly clear: readonly Pick<AlarmToRaise, 'code' | 'about'>[];
  readonly raise: readonly AlarmToRaise[];
}

/** How often it is noted that an alarm still stands: every note is a row in the audit log. */
const RENEW_AFTER_MS = 60 * 60 * 1000;

type Change = 'none' | 'raise' | 'clear' | 'raise_anew';

function isEqual(a: TextParams, b: TextParams): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

function changeOf({ alarm, state }: AlarmVerdict, open: Alarm | undefined, at: EpochMs): Change {
  if (state === 'over') return open === undefined ? 'none' : 'clear';
  if (open === undefined) return 'raise';
  const isChanged = !isEqual(open.params, alarm.params);
  // Somebody took note of what it said then: what it says now must not hide behind that.
  if (open.acknowledgedAt !== null && (state === 'happened' || isChanged)) return 'raise_anew';
  return state === 'happened' || isChanged || at - open.lastSeenAt > RENEW_AFTER_MS ? 'raise' : 'none';
}

/** Adds up how often something happened since somebody took note, where its verdict counts. */
function addedUp({ alarm, state }: AlarmVerdict, open: Alarm | undefined): AlarmToRaise {
  const [now, before] = [alarm.params['count'], open?.params['count']];
  if (state !== 'happened' || typeof now !== 'number' || typeof before !== 'number') return alarm;
  return { ...alarm, params: { ...alarm.params, count: now + before } };
}

/**
 * Two processes that see the same happen at the very same moment may count it as one.
 * @param open every alarm that is not cleared
 */
export function alarmChanges(verdicts: readonly AlarmVerdict[], open: readonly Alarm[], at: EpochMs): AlarmChanges {
  const changes = verdicts.map((verdict) => {
    const { code, about } = verdict.alarm;
    const known = open.find((alarm) => alarm.code === code && alarm.about === about);
    const change = changeOf(verdict, known, at);
    return { alarm: change === 'raise' ? addedUp(verdict, known) : verdict.alarm, change };
  });
  const alarmsTo = (...wanted: readonly Change[]): readonly AlarmToRaise[] =>
    changes.filter(({ change }) => wanted.includes(change)).map(({ alarm }) => alarm);
  return { clear: alarmsTo('clear', 'raise_anew'), raise: alarmsTo('raise', 'raise_anew') };
}
