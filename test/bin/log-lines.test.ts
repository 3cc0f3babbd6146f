import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, jest, test } from '@jest/globals';
import { REGISTER_COLUMNS } from '../../fixtures/wire/register-files.ts';

const MAIN = fileURLToPath(new URL('../../src/bin/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'screening-log-'));

jest.setTimeout(60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The whole program in a process of its own: its log goes to its stderr past everything that a test could listen to. */
function screening(...args: string[]): { readonly status: number | null; readonly stderr: readonly string[] } {
  const env = { ...process.env, SCREENING_DATA: join(folder, 'data'), SCREENING_LANG: 'en' };
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { env, encoding: 'utf8', timeout: 50_000 });
  return { status, stderr: stderr.split('\n').filter(Boolean) };
}

function fileOf(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

const row = (number: string, surname: string, since: string): string => {
  const said = { officer_id: number, geslachtsnaam: surname, geboortedatum: '1980-01-01', in_dienst: since };
  const cells: Readonly<Record<string, string>> = said;
  return REGISTER_COLUMNS.map((column) => cells[column] ?? '').join(',');
};

test('an alarm that an import raises is in its log, by code and id', () => {
  const head = REGISTER_COLUMNS.join(',');
  const first = row('P1', 'Xantippe', '2001-01-01');
  expect(screening('register', 'import', fileOf('first.csv', head, first)).stderr).toEqual([]);
  const late = fileOf('second.csv', head, first, row('P2', 'Zwartwaterland', '2020-01-01'));
  const { status, stderr } = screening('register', 'import', late);
  expect(status).toBe(0);
  expect(stderr.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ msg: 'an alarm was raised', code: 'LATE_JOINER', alarmId: expect.any(String) }),
  ]);
  expect(stderr.join('')).not.toMatch(/Zwartwaterland|P2/);
});

test('what a command says in words of a refused delivery is not said again in its log', () => {
  const { status, stderr } = screening('ingest', fileOf('bad.ndjson', '{"leveringId":"D-1"}'));
  expect(status).toBe(1);
  expect(stderr[0]).toMatch(/^HEADER_INVALID: /);
  expect(stderr.filter((line) => line.startsWith('{'))).toEqual([]);
});
