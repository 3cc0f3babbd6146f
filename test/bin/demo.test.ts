import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { watchAlarms } from '../../jobs/watch-alarms.ts';
import { openInstallation } from '../../src/bin/installation.ts';
import { TESTING } from '../support/own-installation.ts';

const MAIN = fileURLToPath(new URL('../../src/bin/main.ts', import.meta.url));

interface Run {
  readonly output: string;
  readonly exitCode: number | null;
}

let dataFolder: string;

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'screening-demo-'));
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

/** Runs the demo; with `interruptAt` it gets a Ctrl-C as soon as it has said that. */
async function demo(args: readonly string[], interruptAt: string | null = null): Promise<Run> {
  const env = { ...process.env, SCREENING_DATA: dataFolder, SCREENING_PORT: '0', SCREENING_LANG: 'en' };
  const child = spawn(process.execPath, [MAIN, 'demo', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
    if (interruptAt !== null && output.includes(interruptAt)) child.kill('SIGINT');
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { output, exitCode };
}

/** The figures of the summary, without what differs from run to run. */
function tasksIn({ output }: Run): string | undefined {
  return /tasks by rating: .*/.exec(output)?.[0];
}

/** How far the work is. A random sample of what is closed is looked at again, so a new run may differ. */
function workIn({ output }: Run): string | undefined {
  return /work: .*/.exec(output)?.[0];
}

/** The alarms that a worker would raise at its next look. */
async function alarmsNow(): Promise<readonly string[]> {
  const installation = await openInstallation({ ...process.env, SCREENING_DATA: dataFolder });
  try {
    await watchAlarms(installation);
    return (await installation.store.listAlarms(TESTING, 'open', 10)).map(({ code }) => code);
  } finally {
    await installation.close();
  }
}

test('the demo comes out as planned, stops on Ctrl-C, does no harm twice, and can begin anew', async () => {
  const first = await demo([], 'Ctrl-C');
  expect(first.output).toContain('planted cases and faults came out as planned');
  expect(first.output).toMatch(/Open http:\/\/127\.0\.0\.1:\d+ and choose an account/);
  expect(first.exitCode).toBe(0);
  expect(first.output).toMatch(/work: \d+ closed, .* 1 in hand, \d+ open, .*; [1-9]\d* overdue/);
  for (const account of ['reviewer1', 'senior', 'operator', 'auditor', 'registrar']) {
    expect(first.output).toMatch(new RegExp(`^  ${account} +${account === 'reviewer1' ? 'reviewer' : account}:`, 'm'));
  }
  expect(existsSync(join(dataFolder, 'redis', 'redis.sock'))).toBe(false);
  expect(readdirSync(join(dataFolder, 'inbox'))).toEqual([]);
  expect(first.output).toMatch(/test persons: (\d+) planted in [67] nights, \1 found/);
  expect(await alarmsNow()).toEqual([]);

  const second = await demo(['--exit']);
  expect(second.output).toContain('nothing was done twice');
  expect(second.exitCode).toBe(0);
  expect(tasksIn(second)).toBe(tasksIn(first));
  expect(workIn(second)).toBe(workIn(first));

  const erased = () => readFileSync(join(dataFolder, 'erasures.ndjson'), 'utf8').split('\n').filter(Boolean);
  const before = erased();
  expect(before).not.toEqual([]);
  const fresh = await demo(['--fresh', '--exit']);
  expect(erased().filter((line) => before.includes(line))).toEqual([]);
  expect(fresh.output).toContain('per second');
  expect(tasksIn(fresh)).toBe(tasksIn(first));
}, 180_000);
