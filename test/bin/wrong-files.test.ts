import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-wrong-files-'));

beforeAll(() => {
  process.env['SCREENING_DATA'] = join(folder, 'data');
  writeFileSync(join(folder, 'header.csv'), 'a,b,c\n');
  writeFileSync(join(folder, 'rows.csv'), 'a,b,c\n1,2,3\n');
  writeFileSync(join(folder, 'empty.csv'), '');
});

afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  { says: 'no row under a strange header', file: 'header.csv', err: /^COLUMNS_MISSING: .* header\.csv .*officer_id/ },
  { says: 'rows under a strange header', file: 'rows.csv', err: /^COLUMNS_MISSING: .* rows\.csv .*officer_id/ },
  { says: 'nothing at all', file: 'empty.csv', err: /^COLUMNS_MISSING: .* empty\.csv .*officer_id/ },
  { says: 'no bytes, because it is not there', file: 'nowhere.csv', err: /^FILE_UNREADABLE: .* nowhere\.csv / },
])('the matcher refuses a register file with $says, and names it', async ({ file, err }) => {
  const path = join(folder, file);
  const ended = await runCommand('match', '--register', path, '--entries', path, '--out', join(folder, 'out.csv'));
  expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringMatching(new RegExp(err, 'm')) });
});

test.each([[['register', 'import']], [['accounts', 'import', '--as', 'registrar']], [['ingest']]])(
  '%j refuses a folder as a file that cannot be read',
  async (command) => {
    const ended = await runCommand(...command, folder);
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('FILE_UNREADABLE: ') });
  },
);

test('a head that was mistyped is wrong usage, not a log that was tampered with', async () => {
  const ended = await runCommand('audit', 'verify', '--anchor', 'abc');
  expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('64 hexadecimal digits') });
});
