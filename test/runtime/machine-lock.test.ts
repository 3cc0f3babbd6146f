import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { withMachineLock } from '../../src/runtime/machine-lock.mjs';

const PATIENCE_MS = 10_000;

test('work under one name is done one at a time, and its result comes back', async () => {
  const name = randomUUID();
  let inside = 0;
  let most = 0;
  const work = async (result: number) => {
    inside += 1;
    most = Math.max(most, inside);
    await delay(5);
    inside -= 1;
    return result;
  };
  const results = await Promise.all([1, 2, 3].map((result) => withMachineLock(name, PATIENCE_MS, () => work(result))));
  expect({ results, most }).toEqual({ results: [1, 2, 3], most: 1 });
});

test('work under other names does not wait', async () => {
  const inner = await withMachineLock(randomUUID(), PATIENCE_MS, () =>
    withMachineLock(randomUUID(), 0, async () => 'inner'),
  );
  expect(inner).toBe('inner');
});

test('the lock comes back when work fails', async () => {
  const name = randomUUID();
  await expect(withMachineLock(name, 0, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await withMachineLock(name, PATIENCE_MS, async () => 'free')).toBe('free');
});

test('who waits too long is told so', async () => {
  const name = randomUUID();
  await withMachineLock(name, PATIENCE_MS, async () => {
    await expect(withMachineLock(name, 0, async () => 'never')).rejects.toThrow('LOCK_TIMEOUT');
  });
});

test('the lock comes back when its holder is killed', async () => {
  const name = randomUUID();
  const lock = new URL('../../src/runtime/machine-lock.mjs', import.meta.url).href;
  const program = `const { withMachineLock } = await import('${lock}');
    await withMachineLock('${name}', 0, async () => { console.log('held'); await new Promise(() => undefined); });`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' });
  await once(holder.stdout, 'data');
  await expect(withMachineLock(name, 0, async () => 'never')).rejects.toThrow('LOCK_TIMEOUT');
  holder.kill('SIGKILL');
  expect(await withMachineLock(name, PATIENCE_MS, async () => 'free')).toBe('free');
});
