import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withInstallation } from '../../src/bin/installation.ts';
import { readRelevanceTables } from '../../src/runtime/relevance-tables.ts';
import { fillRegister, makeTasks } from '../db/conformance/review-material.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-policy-'));
const next = mkdtempSync(join(tmpdir(), 'screening-policy-next-'));
const FIRST = readRelevanceTables();

/** Writes both files into the folder of a change that somebody prepares. */
function prepare(changes: { readonly policy?: string; readonly offences?: string }): void {
  writeFileSync(join(next, 'policy.json'), changes.policy ?? FIRST.policy);
  writeFileSync(join(next, 'offences.csv'), changes.offences ?? FIRST.offences);
}

/** The policy with one cell changed, under another number: an open case of the gravest tier counts for less. */
function milder(): string {
  const policy = JSON.parse(FIRST.policy);
  policy.version = '2099.1';
  policy.table.T1.D1.F0 = 'medium';
  policy.changelog.push({ version: '2099.1', date: '2026-11-24', change: 'Milder' });
  return JSON.stringify(policy, null, 2);
}

beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  await withInstallation(async ({ store }) => {
    const register = await fillRegister(store, 2);
    await makeTasks(store, register, [
      { about: '000001', subject: 1 },
      { about: '000002', subject: 2 },
    ]);
  });
});
afterAll(() => {
  process.env = before;
  for (const made of [folder, next]) rmSync(made, { recursive: true, force: true });
});

const policy = (...args: string[]) => runCommand('policy', ...args, '--json');
const list = async () => (await policy('list', '--as', 'registrar')).json;
const levels = async () =>
  (await runCommand('tasks', 'list', '--as', 'senior', '--json')).json.map(({ rating }) => rating);

describe('policy check', () => {
  test('finds nothing wrong with the files that the program comes with', async () => {
    const checked = await policy('check');
    expect([checked.code, checked.err]).toEqual([0, '']);
    expect(checked.json).toEqual([
      {
        version: expect.stringMatching(/^\d{4}\.\d+\+[0-9a-f]{12}$/),
        inForceFrom: expect.stringMatching(/^\d{4}-/),
        offences: expect.any(Number),
      },
    ]);
  });

  test('names every fault of both files with its line', async () => {
    prepare({
      policy: FIRST.policy
        .replace('"D1": { "F0": "high"', '"D1": { "F0": "huge"')
        .replace('"overYears": 4', '"overYears": 9'),
      offences: FIRST.offences.replace('ambt,T1,misdrijf,12', 'ambt,T9,misdrijf,twelve'),
    });
    const { code, json } = await policy('check', next);
    expect(code).toBe(1);
    expect(json.map(({ file, place }) => `${file} ${place}`)).toEqual([
      expect.stringMatching(/^offences\.csv line \d+$/),
      expect.stringMatching(/^offences\.csv line \d+$/),
      expect.stringMatching(/^policy\.json line \d+ table\.T1\.D1\.F0$/),
    ]);
    const told = (await runCommand('policy', 'check', next)).out;
    expect(told).toMatch(/policy\.json line \d+ table\.T1\.D1\.F0: .*high/);
  });

  test('says so when there is no such folder or file', async () => {
    expect((await policy('check', join(next, 'nowhere'))).err).toMatch(/^FILE_UNREADABLE: /);
    rmSync(join(next, 'policy.json'));
    const { code, err } = await policy('check', next);
    expect([code, err]).toEqual([2, expect.stringMatching(/^FILE_UNREADABLE: .*\/policy\.json /)]);
  });
});

describe('a change of policy', () => {
  test('is compared, proposed by one, confirmed by another, and then rates the open tasks anew', async () => {
    const [first] = await list();
    expect(first).toMatchObject({ standing: 'in_force', inFiles: true, proposedBy: 'set-up', confirmedBy: 'set-up' });
    prepare({ policy: milder() });

    const compared = await policy('compare', 'in-force', next, '--as', 'registrar');
    expect(compared.code).toBe(0);
    const [changes, [summary]] = [compared.json.slice(0, -1), compared.json.slice(-1)];
    expect(changes).toHaveLength(2);
    expect(changes[0]).toEqual({
      taskId: expect.any(String),
      before: { rating: 'high', ruleId: 'T1-D1-F0' },
      after: { rating: 'medium', ruleId: 'T1-D1-F0' },
    });
    expect(summary).toMatchObject({ before: first?.['version'], changed: 2, unchanged: 0 });

    const [proposed] = (await policy('propose', next, '--as', 'registrar')).json;
    const version = String(proposed?.['version']);
    expect(version).toBe(summary?.['after']);
    expect((await list()).map(({ standing }) => standing)).toEqual(['in_force', 'proposed']);
    const own = await policy('confirm', version, '--as', 'registrar');
    expect([own.code, own.err]).toEqual([1, expect.stringMatching(/^POLICY_REFUSED: .*: whoever proposed it/)]);

    const [confirmed] = (await policy('confirm', version, '--as', 'registrar2')).json;
    expect(confirmed).toMatchObject({ version, inForce: version, rerated: 2 });
    expect(await levels()).toEqual(['medium', 'medium']);
    expect((await policy('compare', 'in-force', version, '--as', 'senior')).json).toMatchObject([
      { changed: 0, unchanged: 2 },
    ]);
  });

  test('leaves files that differ from what counts without effect, and says so', async () => {
    const { code, err, json } = await policy('list', '--as', 'registrar');
    expect(code).toBe(1);
    expect(err).toMatch(/bestanden van dit programma zijn niet de versie die van kracht is/);
    expect(json.map(({ standing, inFiles }) => [standing, inFiles])).toEqual([
      ['confirmed', true],
      ['in_force', false],
    ]);
    expect(await levels()).toEqual(['medium', 'medium']);
  });

  test.each([
    { args: ['compare', 'in-force', 'nothing', '--as', 'registrar'], code: 2, err: /^POLICY_UNKNOWN: / },
    { args: ['compare', 'in-force', 'files', '--as', 'reviewer1'], code: 1, err: /^ROLE_FORBIDS: / },
    { args: ['propose', '--as', 'senior'], code: 1, err: /^ROLE_FORBIDS: / },
    { args: ['propose', '--as', 'registrar'], code: 1, err: /^POLICY_REFUSED: .*was proposed before/ },
    { args: ['confirm', 'nothing', '--as', 'registrar'], code: 1, err: /^POLICY_REFUSED: .*no such version/ },
    { args: ['confirm', 'nothing', '--as', 'nobody'], code: 2, err: /^ACCOUNT_UNKNOWN: / },
  ])('$args fails with $err', async ({ args, code, err }) => {
    const ended = await policy(...args);
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(err)]);
  });

  test('is told to people in words', async () => {
    const told = await runCommand('--lang', 'nl', 'policy', 'compare', 'in-force', 'files', '--as', 'registrar');
    expect(told.out).toMatch(/^\S+ {2}middel \(T1-D1-F0\) → hoog \(T1-D1-F0\)$/m);
    expect((await runCommand('--lang', 'nl', 'policy', 'list', '--as', 'registrar')).out).toMatch(/van kracht$/m);
  });
});
