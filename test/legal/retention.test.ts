import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { RETENTION_KINDS, type RetentionKind } from '../../src/domain/retention.ts';
import { dueDate, type KeptItem, lastStartDue, whatIsDue } from '../../src/legal/retention.ts';
import { RETENTION_SCHEDULE } from '../../src/legal/retention-schedule.ts';
import { RETENTION_ACTION_WORDS, RETENTION_WORDS } from '../../src/texts/legal.ts';

fc.configureGlobal({ seed: 20261123 });

const START = '2026-01-31' as CalendarDate;
const kept = (kind: RetentionKind, change: Partial<KeptItem<string>> = {}): KeptItem<string> => ({
  key: kind,
  kind,
  startedOn: START,
  firstStoredOn: START,
  held: false,
  ...change,
});

/** What starts on 31 January 2026 must be gone on this day, in this way. */
const TERMS: Readonly<Record<RetentionKind, readonly [string, string]>> = {
  cleared_content: ['2026-01-31', 'erase'],
  unmatched_entry: ['2026-01-31', 'erase'],
  withdrawn_content: ['2026-01-31', 'erase'],
  cleared_shell: ['2027-01-31', 'delete'],
  tombstone: ['2027-01-31', 'delete'],
  quarantined_line: ['2026-03-02', 'erase'],
  false_match: ['2026-03-02', 'erase'],
  not_relevant: ['2028-01-31', 'erase'],
  task_content: ['2031-01-31', 'erase'],
  dismissed_pair: ['2028-01-31', 'delete'],
  subject_left: ['2026-01-31', 'erase'],
  basis_ended: ['2026-01-31', 'erase'],
  partner_data: ['2026-01-31', 'erase'],
  audit_mapping: ['2031-01-31', 'pseudonymise'],
  audit_row: ['2036-01-31', 'delete'],
};

describe('the schedule', () => {
  test.each(Object.entries(TERMS) as [RetentionKind, readonly [CalendarDate, string]][])(
    '%s',
    (kind, [day, action]) => {
      expect(dueDate(kept(kind))).toBe(day);
      expect(whatIsDue([kept(kind)], day)).toEqual([{ key: kind, kind, action, dueOn: day }]);
      expect(whatIsDue([kept(kind)], addDays(day, -1))).toEqual([]);
    },
  );

  test('has a line, a source and words for every kind', () => {
    for (const kind of RETENTION_KINDS) {
      expect(RETENTION_SCHEDULE[kind].source).toMatch(/Wjsg|Politiewet|AVG|Regeling|Bjsg/);
      expect(RETENTION_WORDS[kind].nl).not.toBe('');
      expect(RETENTION_ACTION_WORDS[RETENTION_SCHEDULE[kind].action].en).not.toBe('');
    }
  });

  test('the audit log can be read for four years at least', () => {
    for (const kind of ['audit_mapping', 'audit_row'] as const) {
      expect(dueDate(kept(kind)) >= addMonths(START, 48)).toBe(true);
    }
  });
});

test('whoever looks for what is due looks at every term that is over, and at no other', () => {
  const today = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(START, days));
  fc.assert(
    fc.property(fc.constantFrom(...RETENTION_KINDS), today, (kind, day) => {
      const last = lastStartDue(kind, day);
      expect(dueDate(kept(kind, { startedOn: last, firstStoredOn: last })) <= day).toBe(true);
      const next = addDays(last, 1);
      expect(dueDate(kept(kind, { startedOn: next, firstStoredOn: next })) > day).toBe(true);
    }),
  );
});

describe('the limit of five years', () => {
  const anyKind = fc.constantFrom(...RETENTION_KINDS);
  const later = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(START, days));

  test('nothing that points at a person outlives it, however late its own term began', () => {
    fc.assert(
      fc.property(anyKind, later, (kind, startedOn) => {
        const due = dueDate(kept(kind, { startedOn }));
        if (RETENTION_SCHEDULE[kind].action === 'delete') return;
        expect(due <= '2031-01-31').toBe(true);
      }),
    );
  });

  test('a task decided as not relevant in its fifth year goes with the fifth year', () => {
    const startedOn = '2030-06-01' as CalendarDate;
    expect(dueDate(kept('not_relevant', { startedOn }))).toBe('2031-01-31');
  });
});

test('what is due comes oldest first', () => {
  const starts = ['2026-03-01', '2026-01-01', '2026-02-01'] as CalendarDate[];
  const items = starts.map((startedOn) => kept('cleared_shell', { startedOn, firstStoredOn: startedOn }));
  const days = whatIsDue(items, '2100-01-01' as CalendarDate).map(({ dueOn }) => dueOn);
  expect(days).toEqual(['2027-01-01', '2027-02-01', '2027-03-01']);
});

describe('a legal order', () => {
  test('holds back what may be held, and nothing else', () => {
    const held = RETENTION_KINDS.map((kind) => kept(kind, { held: true }));
    const due = whatIsDue(held, '2100-01-01' as CalendarDate).map((item) => item.kind);
    expect(due.toSorted()).toEqual(
      [
        'cleared_content',
        'cleared_shell',
        'dismissed_pair',
        'quarantined_line',
        'tombstone',
        'unmatched_entry',
        'withdrawn_content',
      ].toSorted(),
    );
  });
});

test('the oldest comes first', () => {
  const items = [kept('not_relevant'), kept('false_match'), kept('subject_left')];
  expect(whatIsDue(items, '2040-01-01' as CalendarDate).map((item) => item.kind)).toEqual([
    'subject_left',
    'false_match',
    'not_relevant',
  ]);
});
