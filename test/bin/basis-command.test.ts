import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-basis-'));
beforeAll(() => {
  process.env['SCREENING_DATA'] = folder;
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const basis = (...args: string[]) => runCommand('basis', ...args, '--json');

/** A made-up later act under which partners may be compared continuously. */
const LATER_ACT = [
  ...['--statute', 'Wet uitbreiding (verzonnen)', '--gazette', '2026/500', '--articles', '48w', '48x'],
  ...['--kind', 'partner', '--conditions', 'relation_partner', '--from', '2026-01-01', '--until', '2099-12-31'],
  ...['--dpia', 'DPIA-2026-9'],
];

test('one registrar records, another confirms, either ends', async () => {
  const recorded = await basis('record', '--as', 'registrar', ...LATER_ACT);
  const basisId = String(recorded.json[0]?.['basisId']);
  const find = async () => (await basis('list', '--as', 'registrar2')).json.find((one) => one['basisId'] === basisId);
  expect(await find()).toMatchObject({
    statute: { name: 'Wet uitbreiding (verzonnen)', gazetteYear: 2026, gazetteNumber: 500 },
    ...{ articles: ['48w', '48x'], subjectKind: 'partner', mode: 'continuous', feedMode: 'subscription' },
    ...{ organisation: null, regimes: ['BO'], from: '2026-01-01', until: '2099-12-31', dpiaReference: 'DPIA-2026-9' },
    ...{ conditions: ['relation_partner'], fictitious: false, inForce: false, condition: 'BASIS_UNCONFIRMED' },
  });
  expect(await find()).toMatchObject({ keepUnmatchedDays: 0 });
  const own = await basis('confirm', basisId, '--as', 'registrar');
  expect([own.code, own.err]).toEqual([
    1,
    expect.stringMatching(/^BASIS_REFUSED: .*: whoever recorded it may not confirm it/),
  ]);
  expect((await basis('confirm', basisId, '--as', 'registrar2')).json).toEqual([{ basisId, confirmed: true }]);
  expect(await find()).toMatchObject({ inForce: true, condition: null });
  expect((await basis('end', basisId, '--as', 'registrar')).json).toEqual([
    { basisId, ended: true, withdrawnTasks: 0 },
  ]);
  expect(await find()).toMatchObject({ inForce: false, condition: 'BASIS_NOT_IN_FORCE' });
  expect((await basis('end', basisId, '--as', 'registrar')).code).toBe(1);
});

test.each([
  { says: 'no registrar', args: ['--as', 'reviewer1', ...LATER_ACT], code: 1, err: /^ROLE_FORBIDS: / },
  { says: 'nobody', args: ['--as', 'nobody', ...LATER_ACT], code: 2, err: /^ACCOUNT_UNKNOWN: / },
  {
    says: 'an end before the begin',
    args: ['--as', 'registrar', ...LATER_ACT, '--until', '2025-01-01'],
    code: 2,
    err: /^USAGE: .*--until lies before --from/,
  },
  {
    says: 'a window of more than a month',
    args: ['--as', 'registrar', ...LATER_ACT, '--keep-unmatched', '32'],
    code: 2,
    err: /0 to 31/,
  },
  {
    says: 'a day that is none',
    args: ['--as', 'registrar', ...LATER_ACT, '--from', '2026-02-30'],
    code: 2,
    err: /YYYY-MM-DD/,
  },
  {
    says: 'no place in the Staatsblad',
    args: ['--as', 'registrar', ...LATER_ACT, '--gazette', '412'],
    code: 2,
    err: /Staatsblad/,
  },
])('$says records nothing', async ({ args, code, err }) => {
  const count = async () => (await basis('list', '--as', 'registrar')).json.length;
  const had = await count();
  const ended = await basis('record', ...args);
  expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(err)]);
  expect(await count()).toBe(had);
});

test('for people it says the law and what it lacks, and that a demonstration is made up', async () => {
  const { out } = await runCommand('--lang', 'nl', 'basis', 'list', '--as', 'registrar');
  expect(out).toContain('officer continuous full_feed  Politiewet 2012 48v (Stb. 2020, 412)  2023-01-01');
  expect(out).toContain('De grondslag geldt vandaag. (FICTITIOUS)');
});
