import { expect, test } from '@jest/globals';
import { alarmAbout } from '../../src/texts/alarm-words.ts';
import { alarmSentence } from '../../src/texts/alarms.ts';

const refused = (about: string, count: number) =>
  ({ code: 'DELIVERY_REFUSED', about, params: { code: 'HEADER_INVALID', count } }) as const;

test.each([
  ['unknown inbox', 'delivery without a readable header in the inbox', 'levering zonder leesbare kop in de inbox'],
  [
    'unknown http JDS',
    'delivery without a readable header over HTTP from JDS',
    'levering zonder leesbare kop over HTTP van JDS',
  ],
  [
    'unknown cli',
    'delivery without a readable header by the command line',
    'levering zonder leesbare kop via de opdrachtregel',
  ],
  ['JDS/D-1', 'JDS/D-1', 'JDS/D-1'],
])('an alarm about %s says by which door it came', (about, en, nl) => {
  expect([alarmAbout(refused(about, 1), 'en'), alarmAbout(refused(about, 1), 'nl')]).toEqual([en, nl]);
});

test('what happened more than once is said with its number', () => {
  expect(alarmSentence(refused('unknown inbox', 1), 'en')).not.toContain('times');
  expect(alarmSentence(refused('unknown inbox', 3), 'en')).toContain('This happened 3 times');
  expect(alarmSentence(refused('unknown inbox', 3), 'nl')).toContain('Dit gebeurde 3 keer');
});
