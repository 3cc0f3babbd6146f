import { describe, expect, test } from '@jest/globals';
import { ScreeningError } from '../../src/domain/errors.ts';
import type { LogFields } from '../../src/runtime/log-fields.ts';
import { createLogger, type Logger } from '../../src/runtime/logger.ts';

function logged(write: (logger: Logger) => void): { text: string; lines: Record<string, unknown>[] } {
  const written: string[] = [];
  write(createLogger('debug', { write: (line) => written.push(line) }));
  return { text: written.join(''), lines: written.map((line) => JSON.parse(line)) };
}

/** What a careless caller might hand over, past the compiler. */
const careless = (fields: Record<string, unknown>): LogFields => fields as LogFields;

describe('a log line', () => {
  test('carries the event and the fields of the list', () => {
    const { lines } = logged((logger) =>
      logger.info('chunk screened', {
        chunkId: '0b0e2a36-5c1f-4f6e-9a57-0b2a3c4d5e6f',
        queue: 'screen',
        entries: 200,
        code: 'CHUNK_FAILED',
      }),
    );
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'chunk screened',
        chunkId: '0b0e2a36-5c1f-4f6e-9a57-0b2a3c4d5e6f',
        queue: 'screen',
        entries: 200,
        code: 'CHUNK_FAILED',
      }),
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['a field that is not listed', { surname: 'Quasimodo' }],
    ['a nested field', { person: { surname: 'Quasimodo' } }],
    ['a name in the place of an id', { subjectId: 'Quasimodo' }],
    ['a name in small letters in the place of an id', { subjectId: 'quasimodo' }],
    ['a name in the place of a number', { count: 'Quasimodo' }],
    ['a sentence in the place of a code', { code: 'Quasimodo van den Berg' }],
    ['an object in the place of a code', { code: { toString: () => 'Quasimodo' } }],
    ['an inherited name of a field', { constructor: 'Quasimodo' }],
  ])('does not carry %s', (_, fields) => {
    const { text } = logged((logger) => logger.warn('event', careless(fields)));
    expect(text).toContain('event');
    expect(text.toLowerCase()).not.toContain('quasimodo');
  });

  test.each(['entry of Quasimodo', 'entry 123456782', `entry ${'x'.repeat(100)}`])('refuses the event %s', (event) => {
    expect(logged((logger) => logger.info(event)).lines).toEqual([expect.objectContaining({ msg: '[refused]' })]);
  });
});

describe('a logged failure', () => {
  test('says code, class and places, down to the cause, and no message', () => {
    const cause = new SyntaxError(
      'Unexpected token in {"geslachtsnaam":"Quasimodo"}\n    at Quasimodo (123456782:1:1)',
    );
    const error = new ScreeningError('CHUNK_FAILED', { field: 'Quasimodo' }, { cause });
    const { text, lines } = logged((logger) => logger.failure('job failed', error, { attempt: 2 }));
    expect(lines[0]).toMatchObject({
      level: 50,
      msg: 'job failed',
      attempt: 2,
      error: { code: 'CHUNK_FAILED', type: 'ScreeningError', cause: { code: 'INTERNAL', type: 'SyntaxError' } },
    });
    expect(text).toContain('test/runtime/logger.test.ts:');
    expect(text).not.toMatch(/Quasimodo|123456782/);
  });

  test.each<[string, unknown]>([
    ['a thrown string', 'Quasimodo'],
    ['a changed message', Object.assign(new Error('at Quasimodo (a:1:1)'), { message: 'other' })],
    ['a name as its code', Object.assign(new Error('x'), { code: 'Quasimodo' })],
    ['a name as its class', Object.assign(new Error('x'), { name: 'Quasimodo' })],
  ])('does not carry %s', (_, error) => {
    expect(logged((logger) => logger.failure('job failed', error)).text).not.toContain('Quasimodo');
  });
});
