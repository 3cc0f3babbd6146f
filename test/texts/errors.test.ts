import { describe, expect, test } from '@jest/globals';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/domain/errors.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { REFUSAL_REASONS, type RefusalCode } from '../../src/domain/refusals.ts';
import { ERROR_SENTENCES } from '../../src/texts/error-sentences.ts';
import { errorSentence } from '../../src/texts/errors.ts';
import { refusalPhrase } from '../../src/texts/refusal-reasons.ts';

const CODES = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

describe.each(LANGUAGES)('every error in %s', (language) => {
  test.each(CODES)('%s says what happened and, after a semicolon, what to do', (code) => {
    expect(ERROR_SENTENCES[code][language]).toMatch(/^\p{Lu}.+\. \p{Lu}.+; .+\.$/u);
  });

  test('is said in words of its own', () => {
    const sentences = CODES.map((code) => ERROR_SENTENCES[code][language]);
    expect(new Set(sentences).size).toBe(CODES.length);
  });
});

const CAUSES = Object.entries(REFUSAL_REASONS).flatMap(([code, reasons]) =>
  reasons.map((reason) => ({ code: code as RefusalCode, reason })),
);

describe.each(LANGUAGES)('in %s a code with several causes', (language) => {
  test.each(CAUSES)('$code says that it is $reason, and nothing of the others', (cause) => {
    const told = errorSentence({ code: cause.code, params: { reason: cause.reason } }, language);
    expect(told).toMatch(/^\p{Lu}.+: .+\. \p{Lu}.+; .+\.$/u);
    expect(told).not.toContain('?');
    const others = CAUSES.filter(({ code, reason }) => code === cause.code && reason !== cause.reason);
    for (const { reason } of others) expect(told).not.toContain(refusalPhrase(cause.code, reason, language));
  });
});

test('an error’s parameters stand in its sentence', () => {
  const error = { code: 'REDIS_TOO_OLD', params: { version: '5.0.1', oldest: '6.2' } } as const;
  expect(errorSentence(error, 'nl')).toBe('Redis 5.0.1 is te oud. Er is niets gestart; gebruik 6.2 of nieuwer.');
  expect(errorSentence({ ...error, params: {} }, 'en')).toBe(
    'Redis ? is too old. Nothing was started; use ? or newer.',
  );
});
