import { describe, expect, test } from '@jest/globals';
import { type AlarmFigures, judgeFigures } from '../../src/alarms/standing.ts';
import { asEpochMs } from '../../src/domain/ids.ts';

const HOUR_MS = 3_600_000;
const NOW = asEpochMs(Date.parse('2026-11-23T09:00:00+01:00'));
const ago = (hours: number) => asEpochMs(NOW - hours * HOUR_MS);

const QUIET: AlarmFigures = {
  at: NOW,
  oldestUnscreenedAt: null,
  oldestOpenTaskAt: null,
  volume: { entries: 5000, earlier: [5000, 5000, 5000, 5000] },
  canaries: [],
  subjectsWithoutBasis: 0,
};

/** What is different from a quiet day, and the alarms that then stand. */
const TABLE: readonly (readonly [why: string, figures: Partial<AlarmFigures>, stands: readonly string[]])[] = [
  ['nothing', {}, []],
  ['an entry of just a day ago', { oldestUnscreenedAt: ago(24) }, []],
  ['an entry of more than a day ago', { oldestUnscreenedAt: ago(24.01) }, ['ENTRY_UNSCREENED entries']],
  ['a task of just thirty days ago', { oldestOpenTaskAt: ago(30 * 24) }, []],
  ['a task of more than thirty days ago', { oldestOpenTaskAt: ago(30 * 24 + 1) }, ['TASK_TOO_OLD tasks']],
  ['hardly any entries', { volume: { entries: 9, earlier: [5000, 5000, 5000, 5000] } }, ['VOLUME_LOW entries']],
  ['a holiday', { volume: null }, []],
  [
    'one of two planted persons not found',
    {
      canaries: [
        { messageId: 'C-1', found: true },
        { messageId: 'C-2', found: false },
      ],
    },
    ['CANARY_MISSED C-2'],
  ],
  ['people without a basis', { subjectsWithoutBasis: 3 }, ['SUBJECT_SCOPE_LOST register']],
];

describe('alarms about what does not happen', () => {
  test.each(TABLE)('%s', (_why, figures, stands) => {
    const verdicts = judgeFigures({ ...QUIET, ...figures });
    const standing = verdicts.filter((verdict) => verdict.stands);
    expect(standing.map(({ alarm }) => `${alarm.code} ${alarm.about}`)).toEqual(stands);
  });

  test('a cause that is gone is said to be gone, so that its alarm is cleared', () => {
    const found = judgeFigures({ ...QUIET, canaries: [{ messageId: 'C-1', found: true }] });
    expect(found.map(({ alarm, stands }) => `${alarm.code} ${stands}`)).toEqual([
      'ENTRY_UNSCREENED false',
      'TASK_TOO_OLD false',
      'SUBJECT_SCOPE_LOST false',
      'VOLUME_LOW false',
      'CANARY_MISSED false',
    ]);
  });
});
