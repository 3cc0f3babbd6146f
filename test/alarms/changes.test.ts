import { describe, expect, test } from '@jest/globals';
import { alarmChanges } from '../../src/alarms/changes.ts';
import { type AlarmState, verdict } from '../../src/alarms/verdict.ts';
import type { Alarm } from '../../src/domain/alarm.ts';
import { hoursAgo, NOW, openAlarm } from './open-alarm.ts';

const FIRST = { sender: 'JDS', missing: '4' };
const MORE = { sender: 'JDS', missing: '4, 9' };
const acknowledged = { acknowledgedAt: hoursAgo(0.2), acknowledgedReason: 'asked' };
const gap = (changes: Partial<Alarm> = {}) => openAlarm({ code: 'SEQUENCE_GAP', about: 'JDS', params: FIRST }, changes);

/** What is known of a gap at JDS, what is open of it, and what is then written. */
const TABLE: readonly (readonly [
  why: string,
  state: AlarmState,
  params: Readonly<Record<string, string>>,
  open: Alarm | null,
  written: readonly ('clear' | 'raise')[],
])[] = [
  ['for the first time', 'stands', FIRST, null, ['raise']],
  ['still, seen half an hour ago', 'stands', FIRST, gap(), []],
  ['still, seen long ago', 'stands', FIRST, gap({ lastSeenAt: hoursAgo(1.1) }), ['raise']],
  ['still, with other figures', 'stands', MORE, gap(), ['raise']],
  ['still, and somebody took note', 'stands', FIRST, gap(acknowledged), []],
  ['worse than what somebody took note of', 'stands', MORE, gap(acknowledged), ['clear', 'raise']],
  ['just now', 'happened', FIRST, null, ['raise']],
  ['again', 'happened', FIRST, gap(), ['raise']],
  ['again, after somebody took note of the last time', 'happened', FIRST, gap(acknowledged), ['clear', 'raise']],
  ['no longer', 'over', {}, gap(), ['clear']],
  ['no longer, and somebody took note', 'over', {}, gap(acknowledged), ['clear']],
  ['not at all', 'over', {}, null, []],
];

describe('what is written of an alarm', () => {
  test.each(TABLE)('%s', (_why, state, params, open, written) => {
    const other = openAlarm({ code: 'SEQUENCE_GAP', about: 'OTHER', params: FIRST });
    const known = open === null ? [other] : [other, open];
    const changes = alarmChanges([verdict(state, 'SEQUENCE_GAP', 'JDS', params)], known, NOW);
    const alarm = { code: 'SEQUENCE_GAP', about: 'JDS', params };
    expect(changes).toEqual({
      clear: written.includes('clear') ? [alarm] : [],
      raise: written.includes('raise') ? [alarm] : [],
    });
  });

  test.each([
    { why: 'for the first time', open: null, count: 1 },
    { why: 'for the fourth time', open: { params: { code: 'COUNT_MISMATCH', count: 3 } }, count: 4 },
    { why: 'after somebody took note of three', open: { ...acknowledged, params: { count: 3 } }, count: 1 },
  ])('what is counted adds up: $why', ({ open, count }) => {
    const alarm = { code: 'DELIVERY_REFUSED', about: 'unknown inbox', params: {} } as const;
    const known = open === null ? [] : [openAlarm(alarm, open)];
    const happened = verdict('happened', alarm.code, alarm.about, { code: 'HEADER_INVALID', count: 1 });
    const { raise } = alarmChanges([happened], known, NOW);
    expect(raise).toEqual([{ ...alarm, params: { code: 'HEADER_INVALID', count } }]);
  });

  test('nothing is written of an alarm of which nothing was said', () => {
    expect(alarmChanges([], [gap()], NOW)).toEqual({ clear: [], raise: [] });
  });
});
