import { expect, test } from '@jest/globals';
import { afterAcceptance, afterImport, afterPoison, afterPoll, afterRefusal } from '../../src/alarms/happenings.ts';
import type { AlarmVerdict } from '../../src/alarms/verdict.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { asId, asRegisterVersion, type DeliveryId, type DeliveryKey } from '../../src/domain/ids.ts';

const HEADER = { sender: 'JDS', deliveryId: asId<DeliveryId>('D-7') };
const POISON = { deliveryKey: asId<DeliveryKey>('key-7'), deliveryId: HEADER.deliveryId };
const day = (text: string) => text as CalendarDate;
const joined = (...since: string[]) => afterImport(asRegisterVersion(3), since.map(day), day('2026-11-23'));

test.each<[what: string, verdicts: readonly AlarmVerdict[], expected: readonly string[]]>([
  [
    'accepted, nothing missing',
    afterAcceptance(HEADER, []),
    ['SEQUENCE_GAP JDS over', 'DELIVERY_REFUSED JDS/D-7 over'],
  ],
  [
    'accepted, others missing',
    afterAcceptance(HEADER, [2, 4, 5, 6, 9]),
    ['SEQUENCE_GAP JDS stands sender=JDS missing=2, 4–6, 9', 'DELIVERY_REFUSED JDS/D-7 over'],
  ],
  [
    'accepted, more missing than are named',
    afterAcceptance(
      HEADER,
      Array.from({ length: 100 }, (_, index) => index + 6),
    ),
    ['SEQUENCE_GAP JDS stands sender=JDS missing=6–105, …', 'DELIVERY_REFUSED JDS/D-7 over'],
  ],
  ['refused', afterRefusal(HEADER, 'CHECKSUM_MISMATCH'), ['DELIVERY_REFUSED JDS/D-7 happened code=CHECKSUM_MISMATCH']],
  [
    'refused unread, from the inbox',
    afterRefusal({ door: 'inbox', sender: null }, 'HEADER_INVALID'),
    ['DELIVERY_REFUSED unknown inbox happened code=HEADER_INVALID count=1'],
  ],
  [
    'refused unread, with the token of a sender',
    afterRefusal({ door: 'http', sender: 'JDS' }, 'HEADER_INVALID'),
    ['DELIVERY_REFUSED unknown http JDS happened code=HEADER_INVALID count=1'],
  ],
  ['an entry that cannot be screened', afterPoison(POISON), ['CHUNK_FAILED key-7 happened deliveryId=D-7']],
  ['nobody joined late', joined(), []],
  [
    'two joined late',
    joined('2026-11-20', '2026-10-23'),
    ['LATE_JOINER register version 3 happened subjects=2 mostDays=31'],
  ],
  ['an inbox without a folder', afterPoll(null), ['INBOX_UNREADABLE inbox stands']],
  ['an inbox that moves', afterPoll(0), ['INBOX_UNREADABLE inbox over', 'INBOX_STUCK inbox over']],
  ['an inbox that does not', afterPoll(2), ['INBOX_UNREADABLE inbox over', 'INBOX_STUCK inbox stands files=2']],
])('%s', (_what, verdicts, expected) => {
  const told = verdicts.map(({ alarm: { code, about, params }, state }) => {
    const figures = state === 'over' ? [] : Object.entries(params).map(([name, value]) => `${name}=${value}`);
    return [code, about, state, ...figures].join(' ');
  });
  expect(told).toEqual(expected);
});
