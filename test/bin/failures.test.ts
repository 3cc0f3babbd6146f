import { describe, expect, test } from '@jest/globals';
import { CommanderError } from 'commander';
import { tellFailure } from '../../src/bin/failures.ts';
import { ScreeningError } from '../../src/domain/errors.ts';

function told(error: unknown, withTrace = false): { code: number; text: string } {
  let text = '';
  const code = tellFailure(error, {
    language: 'en',
    withTrace,
    write: (line) => {
      text += line;
    },
  });
  return { code, text };
}

describe('how a command ends', () => {
  test.each<[string, unknown, number, RegExp]>([
    ['help', new CommanderError(0, 'commander.helpDisplayed', ''), 0, /^$/],
    ['wrong usage, which commander has said already', new CommanderError(1, 'commander.unknownOption', ''), 2, /^$/],
    ['a refused delivery', new ScreeningError('COUNT_MISMATCH'), 1, /^COUNT_MISMATCH: The delivery holds another.+\n$/],
    ['a wrong configuration', new ScreeningError('CONFIG_INVALID', { faults: 'X: a port' }), 2, /\(X: a port\).+\n$/],
    ['a fault of the program', new TypeError('Quasimodo'), 1, /^INTERNAL: .+SCREENING_LOG_LEVEL=debug.+\n$/],
    ['anything thrown', 'Quasimodo', 1, /^INTERNAL: /],
  ])('%s', (_, error, code, text) => {
    expect(told(error)).toEqual({ code, text: expect.stringMatching(text) });
  });

  test('asked for, the trace of a fault says where and not what', () => {
    const { text } = told(new TypeError('Quasimodo'), true);
    expect(text).toContain('failures.test.ts:');
    expect(text).not.toContain('Quasimodo');
  });
});
