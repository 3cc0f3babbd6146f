import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTasksCommand } from '../../src/bin/commands/tasks.ts';
import { withInstallation } from '../../src/bin/installation.ts';
import { fillRegister, makeTasks, OFFENCE, RULE } from '../db/conformance/review-material.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'screening-tasks-'));
const before = { ...process.env };

const tasks = (...args: string[]) => runCommand(addTasksCommand, ['tasks', ...args]);

beforeAll(async () => {
  process.env['SCREENING_DATA'] = folder;
  await withInstallation(async ({ store }) => {
    const register = await fillRegister(store, 2);
    await makeTasks(store, register, [
      { about: '000001', subject: 1, rivals: [2], rating: 'low' },
      { about: '000002', subject: 2, rating: 'high', band: 'strong' },
    ]);
  });
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const LIST_KEYS = ['taskId', 'parketnummer', 'berichtId', 'officerId', 'band', 'probability', 'state'];

describe('screening tasks', () => {
  test('list shows a reviewer the keys of the contract and nothing of B, a senior the rating too', async () => {
    const { json, out } = await tasks('list', '--as', 'reviewer1', '--json');
    expect(json.map(({ officerId, band }) => [officerId, band])).toEqual([
      ['P-2', 'strong'],
      ['P-1', 'likely'],
    ]);
    expect(Object.keys(json[0]!)).toEqual(expect.arrayContaining(LIST_KEYS));
    expect(out).not.toMatch(new RegExp(`${OFFENCE}|${RULE}|rating|dueAt|high|low`));
    const [first] = (await tasks('list', '--as', 'senior', '--json')).json;
    expect(first).toMatchObject({ rating: 'high', ruleId: RULE, dueAt: expect.stringMatching(/^\d{4}-/) });
    expect((await tasks('list', '--as', 'reviewer1', '--json', '--band', 'likely')).json).toHaveLength(1);
    expect((await tasks('list', '--as', 'reviewer1', '--json', '--state', 'closed')).out).toBe('');
  });

  test('a task goes from claim to close, with each screen in its turn', async () => {
    const as = ['--as', 'reviewer1', '--json'];
    const taskId = String((await tasks('claim', ...as)).json[0]?.['taskId']);
    expect((await tasks('list', ...as, '--mine')).json).toMatchObject([{ taskId, officerId: 'P-2', claimed: true }]);
    const a = await tasks('show', taskId, ...as);
    expect(a.out).not.toMatch(new RegExp(`${OFFENCE}|${RULE}|rating"|dueAt|functionClass`));
    const told = (await tasks('show', taskId, '--as', 'reviewer1')).out;
    expect(told).toMatch(/Mogelijk dezelfde persoon: .+; er spreekt niets tegen\./);
    expect(told).not.toMatch(new RegExp(`${OFFENCE}|${RULE}`));

    const early = await tasks('decide', taskId, ...as, '--relevance', 'propose');
    expect(early).toMatchObject({ code: 1, json: [{ refused: 'wrong_state' }] });
    expect((await tasks('decide', taskId, ...as, '--identity', 'same')).json).toMatchObject([
      { taskId, state: 'identity_decided' },
    ]);
    expect((await tasks('show', taskId, ...as)).json).toMatchObject([
      { rating: 'high', relevance: { rating: { ruleId: RULE } } },
    ]);
    expect((await tasks('show', taskId, '--as', 'reviewer1')).out).toContain(OFFENCE);
    expect((await tasks('decide', taskId, ...as, '--relevance', 'not-relevant')).json).toMatchObject([
      { state: 'second_look' },
    ]);
    const second = ['--as', 'reviewer2', '--json'];
    expect((await tasks('claim', taskId, ...second)).json).toMatchObject([{ state: 'second_look' }]);
    const agreed = await tasks('decide', taskId, ...second, '--relevance', 'not-relevant', '--reason', 'Verjaard');
    expect(agreed.json).toMatchObject([{ state: 'closed' }]);
    const states = async (...which: string[]) =>
      (await tasks('list', '--as', 'senior', '--json', ...which)).json.map(({ state }) => state).sort();
    expect(await states()).toEqual(['open']);
    expect(await states('--all')).toEqual(['closed', 'open']);
    expect(await states('--state', 'closed')).toEqual(['closed']);
  });

  test('refusals say what to do, on stderr, and end the command with 1', async () => {
    const { json } = await tasks('list', '--as', 'reviewer1', '--json', '--state', 'open');
    const taskId = String(json[0]?.['taskId']);
    const refused = await tasks('release', taskId, '--as', 'reviewer2');
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('niet in behandeling') });
    await tasks('claim', taskId, '--as', 'reviewer2');
    const undated = await tasks('decide', taskId, '--as', 'reviewer2', '--identity', 'unclear', '--json');
    expect(undated).toMatchObject({ code: 1, json: [{ refused: 'date_required' }] });
    expect(await tasks('release', taskId, '--as', 'reviewer2')).toMatchObject({ code: 0 });
  });

  test.each([
    [['list'], 'ACCOUNT_MISSING'],
    [['list', '--as', 'nobody'], 'ACCOUNT_UNKNOWN'],
    [['list', '--as', 'operator'], 'ROLE_FORBIDS'],
    [['list', '--as', 'auditor'], 'ROLE_FORBIDS'],
    [['decide', 'some-task', '--as', 'reviewer1'], 'USAGE'],
  ])('%j fails with %s', async (args, code) => {
    await expect(tasks(...args)).rejects.toMatchObject({ code });
  });

  test.each([
    [['list', '--as', 'reviewer1', '--band', 'sure']],
    [['decide', 'some-task', '--as', 'reviewer1', '--identity', 'yes']],
    [['decide', 'some-task', '--as', 'reviewer1', '--identity', 'same', '--relevance', 'watch']],
  ])('%j is wrong usage', async (args) => {
    await expect(tasks(...args)).rejects.toMatchObject({ name: 'CommanderError' });
  });
});
