import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import { as, MORNING } from './conformance/bench.ts';
import { fillRegister, makeTasks } from './conformance/review-material.ts';
import { openReviewWorld, type ReviewWorld } from './conformance/review-world.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { watched } from './watched-store.ts';

describe('the watch over the audit log', () => {
  let world: ReviewWorld;
  beforeEach(async () => {
    world = await openReviewWorld(sqliteBench);
  });
  afterEach(() => world.dispose());

  const OPERATOR = as('cli', 'operate');

  /** A Store that forgets to write the row of one method, and one that leaves it to the machine. */
  async function forgetful(bench: Awaited<ReturnType<typeof sqliteBench>>): Promise<Store> {
    const store = await bench.open();
    return watched({ ...store, addAccounts: async () => 0, listAlarms: async () => [] }, bench.path);
  }

  test('finds a method that leaves none, and one that leaves none of what a person looked at', async () => {
    const bench = await sqliteBench();
    const store = await forgetful(bench);
    const person: Access = { actor: { kind: 'account', accountId: world.accountId('operator') }, purpose: 'operate' };
    await expect(store.addAccounts(OPERATOR, [])).rejects.toThrow('addAccounts');
    await expect(store.listAlarms(person, 'open', 1)).rejects.toThrow('listAlarms');
    expect(await store.listAlarms(OPERATOR, 'open', 1)).toEqual([]);
    await store.close();
    await bench.dispose();
  });

  test('sees who reads the figures, and the officers of partners', async () => {
    const operator = world.access('operator');
    await world.store.readFigures(operator);
    await world.store.readPrincipals(OPERATOR, []);
    const rows = await world.store.listAudit(OPERATOR, 0, 1_000);
    expect(rows.slice(-2)).toMatchObject([
      { action: 'read_figures', actor: `account:${world.accountId('operator')}` },
      { action: 'read_principals', actor: 'system:cli' },
    ]);
  });

  test('sees who prints a task, hands it to another, and asks who there is', async () => {
    const register = await fillRegister(world.store, 1);
    await makeTasks(world.store, register, [{ about: 'c1', subject: 1 }]);
    const senior = world.access('senior');
    const [task] = (await world.store.listTasks(senior, { limit: 1 }, MORNING)).tasks;
    await world.store.printTask(senior, task!.taskId, MORNING);
    await world.store.listReviewers(senior);
    const assigned = await world.store.assignTask(senior, task!.taskId, 1, world.accountId('bram'), MORNING);
    expect(assigned.kind).toBe('done');
    const rows = await world.store.listAudit(OPERATOR, 0, 1_000);
    expect(rows.slice(-3).map(({ action }) => action)).toEqual(['print_task', 'list_reviewers', 'assign_task']);
  });

  test.each([
    ['list_tasks', 'auditor', (store: Store, access: Access) => store.listTasks(access, { limit: 1 }, MORNING)],
    ['end_basis', 'anne', (store: Store, access: Access) => store.endBasis(access, 'b' as never, MORNING)],
    ['propose_policy', 'senior', (store: Store, access: Access) => store.proposePolicy(access, {} as never, MORNING)],
    [
      'export_subscription',
      'anne',
      (store: Store, access: Access) => store.exportSubscription(access, 'subscription', MORNING),
    ],
  ])('%s, which the role of %s forbids, leaves a row that says so', async (action, name, call) => {
    await expect(call(world.store, world.access(name))).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    const rows = await world.store.listAudit(OPERATOR, 0, 1_000);
    expect(rows.at(-1)).toMatchObject({
      ...{ action, actor: `account:${world.accountId(name)}`, details: { refusal: 'role_forbids' } },
    });
  });
});
