import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('slow-worker.ts', import.meta.url));

/** A worker that runs beside the test and can be treated as badly as an operating system can. */
export interface WorkerProcess {
  /** Resolves when it has said a word, once for each time that it says it; fails when it ends before. */
  says(word: 'started' | 'freezing' | 'committed' | 'superseded'): Promise<void>;
  kill(): Promise<void>;
  thaw(): void;
}

/** @param freezesAt the chunk with which in hand it freezes, counted from 1; 0 = none */
export function spawnWorker(env: Readonly<Record<string, string>>, freezesAt = 0): WorkerProcess {
  const child = spawn(process.execPath, [SCRIPT, String(freezesAt)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface(child.stdout);
  lines.on('line', (word) => said.push(word));
  const ended = once(lines, 'close');
  return {
    async says(word) {
      for (;;) {
        const at = said.indexOf(word);
        if (at >= 0) return void said.splice(at, 1);
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the worker never said "${word}"`);
        await Promise.race([once(lines, 'line'), ended]);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    thaw: () => void child.kill('SIGCONT'),
  };
}
