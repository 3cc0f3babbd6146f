import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { isSampled } from '../../src/review/four-eyes.ts';

test.each([
  ['00000000', true],
  ['0ccccccc', true],
  ['0ccccccd', false],
  ['ffffffff', false],
])('a hash that begins with %s: %s', (hash, sampled) => {
  expect(isSampled(Buffer.from(`${hash}0123`, 'hex').toString('base64url'))).toBe(sampled);
});

test('about one in twenty task ids is sampled', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `task-${index}`);
  const sampled = ids.filter((id) => isSampled(createHmac('sha256', 'a key').update(id).digest('base64url'))).length;
  expect(sampled).toBeGreaterThan(900);
  expect(sampled).toBeLessThan(1100);
});
