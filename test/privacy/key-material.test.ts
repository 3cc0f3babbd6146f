import { describe, expect, test } from '@jest/globals';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const whole = { format: 1, current: 1, keys: [{ id: 1, secret }], hashSecret: secret };

describe('a key file', () => {
  test('gives its secrets', () => {
    expect(parseKeyFile(JSON.stringify(whole))).toEqual({
      currentId: 1,
      sealing: [{ id: 1, secret: Buffer.alloc(32, 7) }],
      hashing: Buffer.alloc(32, 7),
    });
  });

  test('that is new has secrets of its own', () => {
    const [one, other] = [parseKeyFile(newKeyFile()), parseKeyFile(newKeyFile())];
    const secrets = [one, other].flatMap(({ sealing, hashing }) => [sealing[0]!.secret, hashing]);
    expect(new Set(secrets.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(4);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another format', JSON.stringify({ ...whole, format: 2 })],
    ['no key', JSON.stringify({ ...whole, keys: [] })],
    ['a current key that is not there', JSON.stringify({ ...whole, current: 2 })],
    ['two keys with one id', JSON.stringify({ ...whole, keys: [...whole.keys, ...whole.keys] })],
    ['a short key', JSON.stringify({ ...whole, hashSecret: Buffer.alloc(31).toString('base64') })],
    ['a key that is not base64', JSON.stringify({ ...whole, hashSecret: '*'.repeat(44) })],
    ['no hash key', JSON.stringify({ ...whole, hashSecret: undefined })],
    ['something more', JSON.stringify({ ...whole, more: 1 })],
  ])('with %s is refused, without repeating it', (_, text) => {
    expect(() => parseKeyFile(text)).toThrow(expect.objectContaining({ code: 'KEYS_DAMAGED', params: {} }));
  });
});
