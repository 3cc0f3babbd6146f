import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import type { Store } from '../../db/store.ts';
import { OPERATOR } from './conformance/bench.ts';
import { entry } from './conformance/people.ts';
import { deliver, openNew } from './conformance/steps.ts';
import { type SqliteBench, sqliteBench } from './sqlite-bench.ts';

let bench: SqliteBench;
let store: Store;
beforeEach(async () => {
  bench = await sqliteBench();
  store = await bench.open();
  for (const number of [1, 2, 3, 4, 5]) await openNew(store, `D${number}`, 1, number);
});
afterEach(() => bench.dispose());

/** As somebody with the file and an SQL prompt would. */
function tamper(...statements: readonly string[]): void {
  const client = new Sqlite(bench.path);
  for (const statement of statements) client.exec(statement);
  client.close();
}

const WITHOUT_TRIGGERS = ['drop trigger audit_no_update', 'drop trigger audit_no_delete'];

describe('the audit log refuses', () => {
  test.each(["update audit set actor = 'system:nobody'", 'delete from audit where sequence = 5'])('%s', (statement) => {
    expect(() => tamper(statement)).toThrow('append-only');
  });
});

describe('with the triggers gone, the chain betrays', () => {
  test.each([
    { what: 'a changed actor', sql: ["update audit set actor = 'system:x' where sequence = 2"], at: 2 },
    { what: 'changed details', sql: ["update audit set details = '{}' where sequence = 3"], at: 3 },
    { what: 'a changed moment', sql: ['update audit set at = at + 1 where sequence = 5'], at: 5 },
    { what: 'a missing first row', sql: ['delete from audit where sequence = 1'], at: 2 },
    { what: 'a missing row', sql: ['delete from audit where sequence = 3'], at: 4 },
    {
      what: 'a missing row whose followers moved up',
      sql: ['delete from audit where sequence = 3', 'update audit set sequence = sequence - 1 where sequence > 3'],
      at: 3,
    },
    {
      what: 'two rows that changed places',
      sql: [
        'update audit set sequence = 99 where sequence = 2',
        'update audit set sequence = 2 where sequence = 3',
        'update audit set sequence = 3 where sequence = 99',
      ],
      at: 2,
    },
    {
      what: 'a row put between',
      sql: [
        'update audit set sequence = 6 where sequence = 5',
        "insert into audit select 5, at, actor, purpose, action, '{}', hash from audit where sequence = 4",
      ],
      at: 5,
    },
  ])('$what', async ({ sql, at }) => {
    tamper(...WITHOUT_TRIGGERS, ...sql);
    expect(await store.verifyAudit(OPERATOR, null)).toMatchObject({ ok: false, brokenAt: at });
  });

  test('a cut-off beginning that no row of the log tells of', async () => {
    tamper(
      'insert into audit_cut select 1, sequence, hash from audit where sequence = 2',
      'delete from audit where sequence <= 2',
    );
    expect(await store.verifyAudit(OPERATOR, null)).toMatchObject({ ok: false, brokenAt: 3, expired: 2 });
  });

  test('a cut-off end, to whoever kept an anchor', async () => {
    const { head } = await store.verifyAudit(OPERATOR, null);
    tamper(...WITHOUT_TRIGGERS, 'delete from audit where sequence >= 5');
    expect(await store.verifyAudit(OPERATOR, head)).toMatchObject({ ok: false, anchorFound: false });
  });
});

describe('the proof of the ledger finds', () => {
  test.each([
    { sql: "update lines set outcome = 'tasked', reason = 'new_task', content = null", fault: 'TASKED_WITHOUT_TASK' },
    { sql: "update lines set outcome = 'cleared', reason = 'no_hit'", fault: 'DECIDED_WITH_CONTENT' },
    { sql: 'update lines set content = null', fault: 'UNSCREENED_WITHOUT_CONTENT' },
    { sql: "update chunks set state = 'done'", fault: 'UNSCREENED_WITHOUT_CHUNK' },
  ])('$fault', async ({ sql, fault }) => {
    const { deliveryKey } = await deliver(store, 'D9', [entry('a'), entry('b')], { sequence: 9 });
    tamper(sql);
    const [proof] = await store.reconcile(OPERATOR, deliveryKey);
    expect(proof).toMatchObject({ balanced: false, faults: [{ code: fault, count: 2 }] });
  });
});
