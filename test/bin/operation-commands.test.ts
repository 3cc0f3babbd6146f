import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withInstallation } from '../../src/bin/installation.ts';
import { fillRegister, makeTasks } from '../db/conformance/review-material.ts';
import { TESTING } from '../support/own-installation.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'screening-operation-'));
const before = { ...process.env };
const OPERATION = {
  SCREENING_INSTALLATION: 'operation',
  SCREENING_KEYS_FILE: join(folder, 'keys'),
  REDIS_URL: 'unix:///nowhere',
};
const HEADER = 'account,personeelsnummer,eenheid,belangen,rollen';

/** A database with tasks and law that operation takes over, and people who have signed in. */
beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  await withInstallation(async ({ store }) => {
    const register = await fillRegister(store, 2);
    await makeTasks(store, register, [{ about: '000001', subject: 1, rating: 'high', band: 'strong' }]);
    await store.signIn(TESTING, 'sub-anna', ['reviewer']);
    await store.signIn(TESTING, 'sub-rob', ['registrar']);
  });
  Object.assign(process.env, OPERATION);
});
beforeEach(() => {
  delete process.env['SCREENING_TOKEN'];
  delete process.env['SCREENING_TOKEN_FILE'];
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

async function issue(
  account: string,
  ...roles: string[]
): Promise<{ readonly token: string; readonly tokenId: string }> {
  const { json } = await runCommand('tokens', 'issue', '--account', account, '--roles', ...roles, '--json');
  return { token: String(json[0]?.['token']), tokenId: String(json[0]?.['tokenId']) };
}

function importAccounts(...rows: string[]) {
  const path = join(folder, 'accounts.csv');
  writeFileSync(path, [HEADER, ...rows, ''].join('\n'));
  return runCommand('accounts', 'import', path, '--json');
}

describe('in operation', () => {
  test('a name proves nothing: commands that act as a person want a token', async () => {
    for (const args of [['--as', 'reviewer1'], ['--as', 'sub-anna'], []]) {
      expect(await runCommand('tasks', 'list', ...args)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^TOKEN_REFUSED: /),
      });
    }
  });

  test('a reviewer works from a terminal with a token, once the accounts are imported', async () => {
    process.env['SCREENING_TOKEN'] = (await issue('sub-anna', 'reviewer')).token;
    expect((await runCommand('tasks', 'list', '--json')).json).toEqual([]);
    delete process.env['SCREENING_TOKEN'];
    expect((await importAccounts('sub-anna,K1,Eenheid 7,geen,')).json).toEqual([
      { added: 0, changed: 1, unchanged: 0 },
    ]);
    const { token } = await issue('sub-anna', 'reviewer');
    writeFileSync(join(folder, 'token'), `${token}\n`);
    process.env['SCREENING_TOKEN_FILE'] = join(folder, 'token');
    const [task] = (await runCommand('tasks', 'list', '--json')).json;
    expect(task).toMatchObject({ officerId: 'P-1', band: 'strong', state: 'open' });
    expect(task).not.toHaveProperty('rating');
    expect((await runCommand('tasks', 'claim', '--json')).json).toMatchObject([{ taskId: task?.['taskId'] }]);
    expect((await runCommand('tasks', 'release', String(task?.['taskId']), '--json')).json).toMatchObject([
      { state: 'open' },
    ]);
    const { rows } = await withInstallation(async ({ store }) => {
      const account = await store.accountByName(TESTING, 'sub-anna');
      const all = await store.listAudit(TESTING, 0, 1_000);
      return { rows: all.filter(({ actor }) => actor === `account:${account?.accountId}`).map(({ action }) => action) };
    });
    expect(rows).toEqual(['list_tasks', 'list_tasks', 'claim_next', 'release_task']);
  });

  test.each([
    ['an unknown one', async () => 'x'.repeat(43)],
    [
      'one that was withdrawn',
      async () => {
        const { token, tokenId } = await issue('sub-anna', 'reviewer');
        expect((await runCommand('tokens', 'withdraw', tokenId)).code).toBe(0);
        return token;
      },
    ],
  ])('a token is refused when it is %s', async (_, tokenOf) => {
    process.env['SCREENING_TOKEN'] = await tokenOf();
    expect(await runCommand('tasks', 'list')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^TOKEN_REFUSED: /),
    });
  });

  test('a token is for its account and its roles alone', async () => {
    process.env['SCREENING_TOKEN'] = (await issue('sub-anna', 'auditor')).token;
    expect(await runCommand('tasks', 'list')).toMatchObject({ code: 1, err: expect.stringMatching(/^ROLE_FORBIDS: /) });
    expect(await runCommand('tasks', 'list', '--as', 'sub-rob')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^TOKEN_REFUSED: /),
    });
    expect(await runCommand('accounts', 'withdraw', 'sub-rob')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^ROLE_FORBIDS: /),
    });
  });

  test('a registrar’s token imports accounts in the registrar’s name', async () => {
    process.env['SCREENING_TOKEN'] = (await issue('sub-rob', 'registrar')).token;
    expect((await importAccounts('sub-new,K5,,K6;K7,', 'statistics,,,,auditor')).json).toEqual([
      { added: 2, changed: 0, unchanged: 0 },
    ]);
    const accounts = await withInstallation(({ store }) =>
      Promise.all(['sub-new', 'statistics'].map((name) => store.accountByName(TESTING, name))),
    );
    expect(accounts).toMatchObject([
      { personnelNumber: 'K5', unit: '', declaredConflicts: ['K6', 'K7'], roles: [] },
      { personnelNumber: null, declaredConflicts: null, roles: ['auditor'] },
    ]);
  });

  test('the list of tokens names accounts by id and shows no token', async () => {
    const { token, tokenId } = await issue('sub-anna', 'reviewer');
    const { out, json } = await runCommand('tokens', 'list', '--json');
    expect(json[0]).toMatchObject({ tokenId, roles: ['reviewer'], withdrawnAt: null });
    expect(out).not.toContain(token);
    expect(out).not.toContain('sub-anna');
  });

  test.each([
    [['tokens', 'issue', '--account', 'nobody', '--roles', 'reviewer'], 'ACCOUNT_UNKNOWN'],
    [['tokens', 'issue', '--account', 'sub-anna', '--roles', 'reviewer', 'auditor'], 'USAGE'],
    [['tokens', 'withdraw', 'unknown'], 'TOKEN_UNKNOWN'],
    [['accounts', 'withdraw', 'nobody'], 'ACCOUNT_UNKNOWN'],
    [['web'], 'SIGN_IN_MISSING'],
  ])('%j is refused with %s', async (args, code) => {
    expect(await runCommand(...args)).toMatchObject({ out: '', err: expect.stringMatching(new RegExp(`^${code}: `)) });
  });

  test.each([['0'], ['367'], ['soon']])('a token for %s days is wrong usage', async (days) => {
    const args = ['issue', '--account', 'sub-anna', '--roles', 'reviewer', '--days', days];
    expect((await runCommand('tokens', ...args)).code).toBe(2);
  });
});
