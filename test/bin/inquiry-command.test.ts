import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withInstallation } from '../../src/bin/installation.ts';
import { registerRow } from '../db/conformance/people.ts';
import { importRows } from '../db/conformance/steps.ts';
import { runCommand } from './run-command.ts';

const before = { ...process.env };
const folder = mkdtempSync(join(tmpdir(), 'screening-inquiry-'));
beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  await withInstallation(({ store }) => importRows(store, [registerRow('P1')]));
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const inquiry = (...args: string[]) => runCommand('inquiry', ...args, '--as', 'registrar', '--json');

const WANTED = [
  ...['--subject', 'P1', '--kind', 'renewed_periodic', '--ground', 'Besluit art. 12 lid 1', '--dpia', 'DPIA-1'],
  ...['--necessity', 'werk met verhoogd risico', '--investigator', 'reviewer1', '--until', '2099-12-31'],
];

test('it is opened, told of and closed, and the list says how it stands', async () => {
  const opened = await inquiry('open', ...WANTED);
  expect(opened.code).toBe(0);
  const inquiryId = String(opened.json[0]?.['inquiryId']);
  const list = async () => (await inquiry('list')).json;
  const about = { inquiryId, kind: 'renewed_periodic', ground: 'Besluit art. 12 lid 1', endsOn: '2099-12-31' };
  expect(await list()).toMatchObject([{ ...about, noticeSentOn: null, stand: 'not_told' }]);
  expect((await inquiry('notice', inquiryId, '--sent', '2026-11-01')).json).toEqual([
    { inquiryId, noticeSentOn: '2026-11-01' },
  ]);
  expect(await list()).toMatchObject([{ ...about, noticeSentOn: '2026-11-01', stand: 'open' }]);
  const again = await inquiry('notice', inquiryId);
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringMatching(/^INQUIRY_REFUSED: .*: the subject was told of it before\. /),
  ]);
  const { out } = await runCommand('--lang', 'nl', 'inquiry', 'list', '--as', 'registrar');
  expect(out).toContain('Open; er is nog niet vergeleken.');
  expect((await inquiry('close', inquiryId)).json).toEqual([{ inquiryId, closed: true, left: 0, withdrawnTasks: 0 }]);
  expect(await list()).toMatchObject([{ ...about, stand: 'closed' }]);
  expect((await inquiry('close', inquiryId)).code).toBe(1);
});

test.each([
  {
    says: 'somebody who is not in the register',
    args: ['--subject', 'P9'],
    code: 1,
    err: /^INQUIRY_REFUSED: .*no officer/,
  },
  {
    says: 'an investigator who is no reviewer',
    args: ['--investigator', 'senior'],
    code: 1,
    err: /^INQUIRY_REFUSED: .*: the investigator is no reviewer\. /,
  },
  { says: 'an investigator nobody knows', args: ['--investigator', 'nobody'], code: 2, err: /^ACCOUNT_UNKNOWN: / },
  {
    says: 'an end that has passed',
    args: ['--until', '2020-01-01'],
    code: 2,
    err: /^USAGE: .*--until lies before today/,
  },
  {
    says: 'a notice still to come',
    args: ['--notice', '2099-01-01'],
    code: 2,
    err: /^USAGE: .*notice lies after today/,
  },
  { says: 'a kind that is none', args: ['--kind', 'curious'], code: 2, err: /Allowed choices/ },
  { says: 'somebody who is no registrar', args: ['--as', 'reviewer1'], code: 1, err: /^ROLE_FORBIDS: / },
])('$says opens nothing', async ({ args, code, err }) => {
  const had = (await inquiry('list')).json.length;
  const ended = await runCommand('inquiry', 'open', '--as', 'registrar', ...WANTED, ...args);
  expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(err)]);
  expect((await inquiry('list')).json).toHaveLength(had);
});
