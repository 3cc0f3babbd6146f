import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RETENTION_KINDS } from '../../src/domain/retention.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-retention-'));
beforeAll(() => {
  process.env['SCREENING_DATA'] = folder;
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

test('every kind of the schedule is told, with its source, what was due and what was done', async () => {
  const { json, code } = await runCommand('retention', '--dry-run', '--json');
  expect(code).toBe(0);
  expect(json.map(({ kind }) => kind)).toEqual([...RETENTION_KINDS]);
  for (const line of json) {
    expect(line).toEqual({
      ...{ kind: expect.any(String), action: expect.stringMatching(/erase|delete|pseudonymise/) },
      ...{ due: 0, done: 0, held: 0, source: expect.any(String) },
    });
  }
});

test('for people it says it in their language', async () => {
  const { out } = await runCommand('--lang', 'nl', 'retention', 'run');
  expect(out).toContain('false_match        due 0, done 0, held 0   taak over iemand anders: inhoud wissen');
});

test.each([
  { as: 'registrar', code: 1, err: /^HOLD_REFUSED: .*no task of this id/ },
  { as: 'reviewer1', code: 1, err: /^ROLE_FORBIDS: / },
  { as: 'nobody', code: 2, err: /^ACCOUNT_UNKNOWN: / },
])('$as cannot hold a task that is not there', async ({ as, code, err }) => {
  const ended = await runCommand('retention', 'hold', 'no-task', '--as', as, '--order', 'Rb 1', '--reason', 'beslag');
  expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(err)]);
});

test('a hold without a reason or an order is wrong usage', async () => {
  const ended = await runCommand('retention', 'hold', 'no-task', '--as', 'registrar', '--order', 'Rb 1');
  expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('--reason')]);
  expect((await runCommand('retention', 'holds', '--as', 'registrar', '--json')).json).toEqual([]);
});
