import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import { as, MORNING } from './conformance/bench.ts';
import { openReviewWorld, type ReviewWorld } from './conformance/review-world.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { AUDIT_ROWS, watched } from './watched-store.ts';

const TESTS = fileURLToPath(new URL('../', import.meta.url));

describe('every method of the Store', () => {
  const names = Object.keys(AUDIT_ROWS);

  test('is one of those whose rows are watched, in every test that opens a database of its own', async () => {
    const bench = await sqliteBench();
    const store = await bench.open();
    expect(Object.keys(store).sort()).toEqual([...names, 'close'].sort());
    await bench.dispose();
  });

  test.each(names)('%s is called by some test of the Store', (name) => {
    const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const calls = files.some((file) => readFileSync(`${TESTS}${file}`, 'utf8').includes(`.${name}(`));
    expect(calls).toBe(true);
  });
});

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
