import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withInstallation } from '../../src/bin/installation.ts';
import { registerRow } from '../db/conformance/people.ts';
import { importRows } from '../db/conformance/steps.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-export-'));
beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  const { identity, ...row } = registerRow('P1');
  const odd = { ...identity, bsn: '999990019', givenNames: 'Jo "Bo", de', particle: '', surname: 'Zonderling' };
  await withInstallation(({ store }) => importRows(store, [{ ...row, identity: odd }, registerRow('P2')]));
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

test('it prints CSV with four columns, and says how many cannot be asked for', async () => {
  const { out, err, code } = await runCommand('register', 'export', '--as', 'registrar');
  expect(out).toBe('bsn,voornamen,voorvoegsel,geslachtsnaam\n999990019,"Jo ""Bo"", de",,Zonderling\n');
  expect([err, code]).toEqual(['persons 1, left out without a usable BSN 1\n', 0]);
});

test('or one object per person, with nothing else on stdout', async () => {
  const { json } = await runCommand('register', 'export', '--as', 'registrar', '--json');
  expect(json).toEqual([{ bsn: '999990019', voornamen: 'Jo "Bo", de', voorvoegsel: '', geslachtsnaam: 'Zonderling' }]);
});

test('a reviewer gets nothing', async () => {
  const { out, code } = await runCommand('register', 'export', '--as', 'reviewer1');
  expect([out, code]).toEqual(['', 1]);
});
