import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ScreeningError } from '../../src/domain/errors.ts';
import { createSenderTokens, newToken, parseSenderTokens, tokenOf } from '../../src/web/machine/sender-tokens.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

describe('the tokens of senders', () => {
  test('name their sender and nobody else', () => {
    const [old, fresh, other] = [newToken(), newToken(), newToken()];
    const text = `# JDS, old and new\nJDS ${hashOf(old)}\nJDS  ${hashOf(fresh).toUpperCase()} \r\n\nproef.1 ${hashOf(other)}\n`;
    const tokens = createSenderTokens(parseSenderTokens(text));
    expect([old, fresh, other].map((token) => tokens.senderOf(token))).toEqual(['JDS', 'JDS', 'proef.1']);
    expect(tokens.senderOf(newToken())).toBeNull();
    expect(tokens.senderOf(hashOf(old))).toBeNull();
    expect(tokens.senderOf('')).toBeNull();
  });

  test('are nobody’s when there are none', () => {
    expect(createSenderTokens([]).senderOf(newToken())).toBeNull();
    expect(createSenderTokens([tokenOf('JDS', 'secret')]).senderOf('secret')).toBe('JDS');
  });

  test.each([
    ['a token instead of its hash', 'JDS s3cret-token'],
    ['the reserved sender', `canary ${hashOf('x')}`],
    ['a sender that no header can name', `J/DS ${hashOf('x')}`],
    ['a hash that is too short', `JDS ${hashOf('x').slice(1)}`],
  ])('are refused with %s, by line and without repeating it', (_, line) => {
    const read = () => parseSenderTokens(`# tokens\n${line}\n`);
    expect(read).toThrow(new ScreeningError('CONFIG_INVALID'));
    try {
      read();
    } catch (error) {
      expect((error as ScreeningError).params).toEqual({ faults: 'sender tokens, line 2' });
    }
  });
});
