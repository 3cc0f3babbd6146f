import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { World } from './world.ts';

const SCRIPT = fileURLToPath(new URL('slow-worker.ts', import.meta.url));

/** A worker that runs beside the test and can be treated as badly as an operating system can. */
export interface WorkerProcess {
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

/** Resolves when the worker is at work. */
export async function spawnWorker({ env }: World): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [SCRIPT], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the worker ended before it started'))),
  ]);
  return {
    kill: async () => {
      const ended = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
  };
}
