import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withInstallation } from '../../src/bin/installation.ts';
import { fillRegister, makeTasks, OFFENCE } from '../db/conformance/review-material.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-report-'));
const page = join(folder, 'report.html');

beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  await withInstallation(async ({ store }) => {
    const register = await fillRegister(store, 2, { position: '<wijkagent> & co' });
    await makeTasks(store, register, [
      { about: '000001', subject: 1 },
      { about: '000002', subject: 1 },
    ]);
  });
  const [task] = (await runCommand('tasks', 'list', '--as', 'senior', '--json')).json;
  const taskId = String(task?.['taskId']);
  const as = ['--as', 'reviewer1', '--json'];
  await runCommand('tasks', 'claim', taskId, ...as);
  await runCommand('tasks', 'decide', taskId, ...as, '--identity', 'same', '--reason', 'Zelfde <persoon>');
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const report = (...args: string[]) => runCommand('--lang', 'nl', 'subject-report', ...args);
const ASKED = ['P-1', '--as', 'senior', '--purpose', 'access'];

test('tells in Dutch what was received, compared, decided and seen, and that cleared entries left nothing', async () => {
  const { out, code } = await report(...ASKED);
  expect(code).toBe(0);
  expect(out).toMatch(/^Wat er met uw gegevens is gedaan\n/);
  for (const part of [
    ...['eenheid                Basisteam Zuid', OFFENCE, 'Er is een beoordelingstaak gemaakt.', 'Zaak 1', 'Zaak 2'],
    ...['dezelfde persoon door reviewer1: Zelfde <persoon>', 'beslist of u het bent, door reviewer1'],
    ...['er valt dus niets over te melden', 'Niemand heeft vastgesteld dat deze zaak over u gaat'],
  ]) {
    expect(out).toContain(part);
  }
  expect(out.match(new RegExp(OFFENCE, 'g'))).toHaveLength(1);
});

test('--json gives the same to a program, with moments and dates as text', async () => {
  const { json } = await report(...ASKED, '--json');
  expect(json).toHaveLength(1);
  expect(json[0]).toMatchObject({
    ...{ personnelNumber: 'P-1', present: true, madeAt: expect.stringMatching(/^\d{4}-.+Z$/) },
    register: [
      { recordedAt: expect.stringMatching(/Z$/), row: { identity: { birthDate: expect.stringMatching(/^\d/) } } },
    ],
    cases: [{ received: [{ receivedAt: expect.stringMatching(/Z$/) }] }, {}],
    cleared: expect.stringContaining('niets over te melden'),
  });
});

test('--out writes a page that only its owner can read, in which nothing of a value is markup', async () => {
  const { out, code } = await report(...ASKED, '--out', page);
  expect([out, code]).toEqual(['', 0]);
  const html = readFileSync(page, 'utf8');
  expect(html).toMatch(/^<!doctype html>\n<html lang="nl">/);
  expect(html).toContain('<dd>&lt;wijkagent&gt; &amp; co</dd>');
  expect(html).toContain('Zelfde &lt;persoon&gt;');
  expect(html).not.toContain('<script');
  expect(statSync(page).mode & 0o777).toBe(0o600);
});

test('it never writes over a file, and writes nothing when it may not', async () => {
  const written = readFileSync(page, 'utf8');
  const again = await report(...ASKED, '--out', page);
  expect([again.code, again.err]).toEqual([2, expect.stringMatching(/^FILE_UNWRITABLE: /)]);
  expect(readFileSync(page, 'utf8')).toBe(written);
  const other = join(folder, 'other.html');
  expect((await report('P-1', '--as', 'reviewer1', '--purpose', 'access', '--out', other)).code).toBe(1);
  expect(existsSync(other)).toBe(false);
});

test.each([
  { args: ['P-1', '--as', 'reviewer1', '--purpose', 'access'], code: 1, err: /^ROLE_FORBIDS: / },
  { args: ['P-9', '--as', 'senior', '--purpose', 'access'], code: 1, err: /Niemand staat of stond met dit nummer/ },
  { args: ['P-1', '--as', 'senior'], code: 2, err: /--purpose/ },
  { args: ['P-1', '--as', 'senior', '--purpose', 'nosiness'], code: 2, err: /--purpose/ },
])('$args ends with $code', async ({ args, code, err }) => {
  const ended = await report(...args);
  expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(err)]);
});

test('in English when asked', async () => {
  const { out } = await runCommand('--lang', 'en', 'subject-report', ...ASKED);
  expect(out).toMatch(/^What was done with your data\n/);
});
