import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, jest, test } from '@jest/globals';

const LAUNCHER = fileURLToPath(new URL('../../src/bin/screening.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'screening-cli-'));

/** Each test starts the whole program, on a machine that may be busy with the other tests. */
jest.setTimeout(60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function screening(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = {
    cwd: folder,
    env: { PATH: process.env['PATH'], SCREENING_DATA: folder, ...env },
    encoding: 'utf8',
    timeout: 50_000,
  } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], options);
  return { status, stdout, stderr };
}

describe('the command line', () => {
  test('helps on stdout and ends well', () => {
    expect(screening(['--help'])).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Usage: screening/),
      stderr: '',
    });
  });

  test('refuses an unknown command on stderr with 2', () => {
    expect(screening(['nope'])).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining("'nope'") });
  });

  test('says a wrong configuration in one sentence of the language asked for and makes nothing', () => {
    expect(screening(['--lang', 'en', 'migrate'], { SCREENING_PORT: 'x' })).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^CONFIG_INVALID: The configuration is not valid \(SCREENING_PORT: a port.+\n$/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says so where no data folder can be made, and leaves alone what stands there', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'a text');
    expect(screening(['--lang', 'en', 'migrate'], { SCREENING_DATA: file })).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^CONFIG_INVALID: .*SCREENING_DATA: no folder can be made there/),
    });
    expect(readFileSync(file, 'utf8')).toBe('a text');
  });

  test('says so, and does not try for ever, where the system lets nobody make a folder', () => {
    expect(screening(['--lang', 'en', 'migrate'], { SCREENING_DATA: '/proc/nope/data' })).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^CONFIG_INVALID: .*SCREENING_DATA: no folder can be made there/),
    });
  });

  test('does not mind a reader that stops reading', async () => {
    const child = spawn(process.execPath, [LAUNCHER, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
