import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createShutdown } from '../../src/runtime/shutdown.ts';

const SHUTDOWN = new URL('../../src/runtime/shutdown.ts', import.meta.url).href;

afterEach(() => {
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

/** A process that never ends by itself, and what it wrote and how it ended after the signals. */
async function ended(stop: string, signals: readonly NodeJS.Signals[], pauseMs: number) {
  const program = `
    const { createShutdown } = await import('${SHUTDOWN}');
    const alive = setInterval(() => undefined, 1000);
    const shutdown = createShutdown(() => undefined);
    shutdown.onStop(() => clearInterval(alive));
    shutdown.onStop(${stop});
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  await once(child.stdout, 'data');
  for (const signal of signals) {
    child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  if (child.exitCode === null) await once(child, 'exit');
  return { output, code: child.exitCode };
}

describe('a shutdown', () => {
  test('stops everything once, the last registered first, past one that fails', async () => {
    const failures: unknown[] = [];
    const stopped: string[] = [];
    const shutdown = createShutdown((error) => failures.push(error));
    shutdown.onStop(() => void stopped.push('store'));
    shutdown.onStop(() => Promise.reject('stuck'));
    shutdown.onStop(async () => void stopped.push('worker'));
    expect(shutdown.signal.aborted).toBe(false);
    await Promise.all([shutdown.stop(), shutdown.stop()]);
    expect({ stopped, failures, aborted: shutdown.signal.aborted }).toEqual({
      stopped: ['worker', 'store'],
      failures: ['stuck'],
      aborted: true,
    });
  });

  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('by %s lets the process end by itself', async (signal) => {
    const { output, code } = await ended(`() => console.log('stopped')`, [signal], 0);
    expect({ output, code }).toEqual({ output: 'ready\nstopped\n', code: 0 });
  });

  test('takes the same Ctrl-C from terminal and npm as one wish', async () => {
    const slow = `() => new Promise((resolve) => setTimeout(resolve, 200)).then(() => console.log('stopped'))`;
    const { output, code } = await ended(slow, ['SIGINT', 'SIGINT'], 20);
    expect({ output, code }).toEqual({ output: 'ready\nstopped\n', code: 0 });
  });

  test('is forced by a second signal', async () => {
    const { output, code } = await ended('() => new Promise(() => undefined)', ['SIGINT', 'SIGTERM'], 600);
    expect({ output, code }).toEqual({ output: 'ready\n', code: 143 });
  });
});
