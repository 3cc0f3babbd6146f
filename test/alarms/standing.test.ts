import { describe, expect, test } from '@jest/globals';
import { type AlarmFigures, judgeFigures } from '../../src/alarms/standing.ts';
import type { AlarmVerdict } from '../../src/alarms/verdict.ts';
import type { Alarm, AlarmToRaise } from '../../src/domain/alarm.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { asId, type DeliveryId, type DeliveryKey, type MessageId } from '../../src/domain/ids.ts';
import { hoursAgo, NOW, openAlarm } from './open-alarm.ts';

const VOLUME = { day: '2026-11-23' as CalendarDate, entries: 5000, earlier: [5000, 5000, 5000, 5000] };
const LOW = { ...VOLUME, entries: 9 };
const REFUSED = { sender: 'JDS', deliveryId: asId<DeliveryId>('D-1'), code: 'CHECKSUM_MISMATCH' };
const POISONED = { deliveryKey: asId<DeliveryKey>('key-1'), deliveryId: asId<DeliveryId>('D-1') };
const inQuarantine = (quarantined: number, entries: number) => ({ ...POISONED, quarantined, entries });
const canary = (messageId: string, found: boolean) => ({ messageId: asId<MessageId>(messageId), found });

const OVERDUE = 'CANARY_OVERDUE planted persons stands';

const QUIET: AlarmFigures = {
  at: NOW,
  oldestUnscreenedAt: null,
  oldestOpenTaskAt: null,
  gaps: [],
  refused: [],
  poisoned: [],
  quarantined: [],
  canaries: [],
  canariesSettledAt: hoursAgo(4),
  canariesWaitingSince: null,
  firstTakenAt: hoursAgo(1_000),
  volume: VOLUME,
};

const told = (verdicts: readonly AlarmVerdict[]) =>
  verdicts.map(({ alarm, state }) => `${alarm.code} ${alarm.about} ${state}`);

describe('what is different from a quiet day, and the alarms that then stand', () => {
  test.each<[why: string, figures: Partial<AlarmFigures>, stands: readonly string[]]>([
    ['nothing', {}, []],
    ['an entry of just a day ago', { oldestUnscreenedAt: hoursAgo(24) }, []],
    ['an entry of more than a day ago', { oldestUnscreenedAt: hoursAgo(24.01) }, ['ENTRY_UNSCREENED entries stands']],
    ['a task of just thirty days ago', { oldestOpenTaskAt: hoursAgo(30 * 24) }, []],
    ['a task of more than thirty days ago', { oldestOpenTaskAt: hoursAgo(30 * 24 + 1) }, ['TASK_TOO_OLD tasks stands']],
    ['missing deliveries', { gaps: [{ sender: 'JDS', missing: [4, 6] }] }, ['SEQUENCE_GAP JDS stands']],
    ['a refused delivery', { refused: [REFUSED] }, ['DELIVERY_REFUSED JDS/D-1 stands']],
    ['an entry that could not be screened', { poisoned: [POISONED] }, ['CHUNK_FAILED key-1 stands']],
    ['one bad line among many', { quarantined: [inQuarantine(1, 1_000)] }, []],
    ['bad lines, just under half', { quarantined: [inQuarantine(499, 1_000)] }, []],
    ['half of the lines bad', { quarantined: [inQuarantine(500, 1_000)] }, ['DELIVERY_QUARANTINED key-1 stands']],
    ['four bad lines of five', { quarantined: [inQuarantine(4, 5)] }, []],
    ['five bad lines of ten', { quarantined: [inQuarantine(5, 10)] }, ['DELIVERY_QUARANTINED key-1 stands']],
    ['the only line bad', { quarantined: [inQuarantine(1, 1)] }, ['DELIVERY_QUARANTINED key-1 stands']],
    ['hardly any entries', { volume: LOW }, ['VOLUME_LOW entries stands']],
    ['a holiday', { volume: null }, []],
    [
      'one of two planted persons not found',
      { canaries: [canary('C-1', true), canary('C-2', false)] },
      ['CANARY_MISSED C-2 stands'],
    ],
    ['planted persons just in time', { canariesSettledAt: hoursAgo(26), canariesWaitingSince: hoursAgo(1) }, []],
    ['planted persons of long ago', { canariesSettledAt: hoursAgo(26.1) }, [OVERDUE]],
    ['planted persons that wait too long', { canariesWaitingSince: hoursAgo(1.1) }, [OVERDUE]],
    ['nobody ever planted', { canariesSettledAt: null }, [OVERDUE]],
    ['nobody planted yet, on the first day', { canariesSettledAt: null, firstTakenAt: hoursAgo(20) }, []],
    ['nobody planted and nothing delivered', { canariesSettledAt: null, firstTakenAt: null }, []],
  ])('%s', (_why, figures, stands) => {
    expect(told(judgeFigures({ ...QUIET, ...figures }, []))).toEqual(stands);
  });
});

describe('an open alarm whose cause is gone is over', () => {
  const acknowledged = { acknowledgedAt: NOW };
  const of = (code: AlarmToRaise['code'], about: string, params = {}, changes: Partial<Alarm> = {}) =>
    openAlarm({ code, about, params }, changes);
  test.each<[why: string, open: Alarm, figures: Partial<AlarmFigures>, over: boolean]>([
    ['everything is screened', of('ENTRY_UNSCREENED', 'entries'), {}, true],
    ['the old task is closed', of('TASK_TOO_OLD', 'tasks'), {}, true],
    ['what was missing came', of('SEQUENCE_GAP', 'JDS'), {}, true],
    ['another sender still misses some', of('SEQUENCE_GAP', 'JDS'), { gaps: [{ sender: 'B', missing: [2] }] }, true],
    ['the entry came again', of('CHUNK_FAILED', 'key-1'), {}, true],
    ['the planted person is found again', of('CANARY_MISSED', 'C-1'), { canaries: [canary('C-1', true)] }, true],
    ['planted persons came through', of('CANARY_OVERDUE', 'planted persons'), {}, true],
    ['an ordinary day', of('VOLUME_LOW', 'entries'), {}, true],
    ['of a holiday nothing can be said', of('VOLUME_LOW', 'entries'), { volume: null }, false],
    ['the refused delivery came', of('DELIVERY_REFUSED', 'JDS/D-1', { code: 'CHECKSUM_MISMATCH' }), {}, true],
    ['no trace was left', of('DELIVERY_REFUSED', 'JDS/D-1', { code: 'DELIVERY_CONFLICT' }), {}, false],
    ['its header was unreadable', of('DELIVERY_REFUSED', 'unknown http JDS', { code: 'HEADER_INVALID' }), {}, false],
    [
      'it left no trace, but somebody took note',
      of('DELIVERY_REFUSED', 'unknown http JDS', { code: 'HEADER_INVALID' }, acknowledged),
      {},
      true,
    ],
    ['days that were not screened stay so', of('LATE_JOINER', 'register version 2'), {}, false],
    ['somebody took note of the days', of('LATE_JOINER', 'register version 2', {}, acknowledged), {}, true],
    ['nothing shows whether lines came again', of('DELIVERY_QUARANTINED', 'key-1'), {}, false],
    ['somebody saw to the lines', of('DELIVERY_QUARANTINED', 'key-1', {}, acknowledged), {}, true],
    [
      'somebody saw to them just now',
      of('DELIVERY_QUARANTINED', 'key-1', {}, acknowledged),
      { quarantined: [inQuarantine(5, 5)] },
      false,
    ],
    ['the figures say nothing of the inbox', of('INBOX_STUCK', 'inbox'), {}, false],
  ])('%s', (_why, open, figures, over) => {
    const verdicts = judgeFigures({ ...QUIET, ...figures }, [open]);
    expect(told(verdicts).includes(`${open.code} ${open.about} over`)).toBe(over);
  });

  test('and one that stands is not', () => {
    const open = [openAlarm({ code: 'SEQUENCE_GAP', about: 'JDS', params: {} })];
    const verdicts = judgeFigures({ ...QUIET, gaps: [{ sender: 'JDS', missing: [4] }] }, open);
    expect(told(verdicts)).toEqual(['SEQUENCE_GAP JDS stands']);
  });
});
