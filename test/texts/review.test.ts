import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../../src/domain/language.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../src/texts/move-refusals.ts';
import { RATING_WORDS } from '../../src/texts/relevance-words.ts';
import {
  BAND_WORDS,
  QUESTION_WORDS,
  ROLE_WORDS,
  TASK_STATE_WORDS,
  VERDICT_WORDS,
  WITHDRAWAL_WORDS,
} from '../../src/texts/review.ts';

const TABLES: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  states: TASK_STATE_WORDS,
  questions: QUESTION_WORDS,
  verdicts: VERDICT_WORDS,
  bands: BAND_WORDS,
  ratings: RATING_WORDS,
  withdrawals: WITHDRAWAL_WORDS,
  roles: ROLE_WORDS,
  refusals: MOVE_REFUSAL_SENTENCES,
};

/** The compiler misses no code; this finds what it cannot: the same words for two codes, or none. */
describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  test.each(LANGUAGES)('are told apart in %s', (language) => {
    const words = Object.values(table).map((one) => one[language]?.trim());
    expect(words).not.toContain('');
    expect(new Set(words).size).toBe(words.length);
  });
});

test('no word calls somebody an offender before there is a verdict', () => {
  expect(JSON.stringify(TABLES)).not.toMatch(/dader|offender|culprit|guilty/i);
});
