import { expect, test } from '@jest/globals';
import type { LegalBasis } from '../../src/domain/basis.ts';
import { addDays } from '../../src/domain/calendar-date.ts';
import { keepUnmatchedDays } from '../../src/legal/unmatched.ts';
import { BASIS, TODAY } from './people.ts';

const WINDOW: LegalBasis = { ...BASIS, keepUnmatchedDays: 14 };

test.each<readonly [string, readonly LegalBasis[], number]>([
  ['no basis at all', [], 0],
  ['a basis that says nothing of it', [BASIS], 0],
  ['a basis that allows it', [WINDOW], 14],
  ['several: the longest', [WINDOW, BASIS, { ...WINDOW, keepUnmatchedDays: 7 }], 14],
  ['one that is not confirmed', [{ ...WINDOW, confirmedBy: null }, BASIS], 0],
  ['one that begins tomorrow', [{ ...WINDOW, from: addDays(TODAY, 1) }], 0],
  ['one without an assessment', [{ ...WINDOW, dpiaReference: ' ' }], 0],
  ['one for partners', [{ ...WINDOW, subjectKind: 'partner' }, BASIS], 0],
  ['one for a single comparison', [{ ...WINDOW, mode: 'one_off' }, BASIS], 0],
])('how many days entries about nobody may be kept under %s', (_, bases, days) => {
  expect(keepUnmatchedDays(bases, TODAY)).toBe(days);
});
