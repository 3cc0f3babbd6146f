import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { audit } from '../../db/schema/audit.ts';
import { deliveries } from '../../db/schema/deliveries.ts';
import type { Engine } from '../../db/sqlite/engine.ts';
import { failureOf } from '../../db/sqlite/failures.ts';
import { openEngine } from '../../db/sqlite/open.ts';
import { look, transact } from '../../db/sqlite/transact.ts';
import type { Access } from '../../src/domain/access.ts';
import { ScreeningError } from '../../src/domain/errors.ts';
import { type AccountId, asId, type DeliveryKey } from '../../src/domain/ids.ts';
import { MORNING, OPERATOR, stoppedClock } from './conformance/bench.ts';
import { header } from './conformance/people.ts';
import { type SqliteBench, sqliteBench } from './sqlite-bench.ts';

/** Takes far longer than the Store may keep others waiting. */
const MANY = 100_000;

let bench: SqliteBench;
let engine: Engine;
let close: () => void;
beforeEach(async () => {
  bench = await sqliteBench();
  ({ engine, close } = openEngine({ ...bench, clock: stoppedClock }));
});
afterEach(async () => {
  close();
  await bench.dispose();
});

function write(): void {
  const deliveryKey = asId<DeliveryKey>('key');
  const row = {
    ...header('D1', 1),
    deliveryKey,
    state: 'receiving',
    receivedAt: MORNING,
    lastHeardAt: MORNING,
  } as const;
  engine.queries.insert(deliveries).values(row).run();
}

const rows = () => [
  engine.queries.select().from(deliveries).all().length,
  engine.queries.select().from(audit).all().length,
];

describe('a transaction', () => {
  test('keeps what was done and the row that says so', async () => {
    const answer = await transact(engine, OPERATOR, 'write', (tx) => {
      write();
      tx.note({ wrote: 1 });
      return 'done';
    });
    expect([answer, rows()]).toEqual(['done', [1, 1]]);
  });

  test('that fails keeps neither', async () => {
    const failing = transact(engine, OPERATOR, 'write', () => {
      write();
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    expect(rows()).toEqual([0, 0]);
  });

  test('that a role forbids keeps nothing but the row that says who tried', async () => {
    const account: Access = { actor: { kind: 'account', accountId: asId<AccountId>('a-1') }, purpose: 'audit' };
    const forbidden = () => {
      write();
      throw new ScreeningError('ROLE_FORBIDS');
    };
    await expect(transact(engine, account, 'write', forbidden)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    expect(rows()).toEqual([0, 1]);
    expect(engine.queries.select().from(audit).get()).toMatchObject({
      ...{ actor: 'account:a-1', action: 'write', details: '{"refusal":"role_forbids"}' },
    });
    // A part of the system that does what it may not is a fault of the program, and fails as one.
    await expect(transact(engine, OPERATOR, 'write', forbidden)).rejects.toMatchObject({ code: 'ROLE_FORBIDS' });
    expect(rows()).toEqual([0, 1]);
  });

  test('cannot be asynchronous: the compiler refuses it, and if it did not, nothing would be kept', async () => {
    // @ts-expect-error an async function would leave the transaction at its first await
    const compiled = transact(engine, OPERATOR, 'write', async () => write());
    await expect(compiled).rejects.toThrow();
    // @ts-expect-error nor one that only sometimes answers with a promise
    const sometimes = transact(engine, OPERATOR, 'write', () => (MORNING > 0 ? Promise.resolve(write()) : 1));
    await expect(sometimes).rejects.toThrow();
    expect(rows()).toEqual([0, 0]);
  });
});

test('whoever does nothing but await the Store still lets timers fire', async () => {
  let fired = false;
  setTimeout(() => (fired = true), 0);
  for (let calls = 0; calls < MANY && !fired; calls++) await look(engine, OPERATOR, 'read', () => 1);
  expect(fired).toBe(true);
});

describe('an error of the driver', () => {
  function errorOf(act: () => unknown): unknown {
    try {
      return act();
    } catch (error) {
      return failureOf(error);
    }
  }

  test('is DATABASE_BUSY while somebody else writes', () => {
    const writer = new Sqlite(bench.path);
    const waiting = new Sqlite(bench.path, { timeout: 0 });
    writer.exec('begin immediate');
    expect(errorOf(() => waiting.exec('begin immediate'))).toMatchObject({ code: 'DATABASE_BUSY', retry: 'later' });
    writer.close();
    waiting.close();
  });

  test('is DATABASE_UNREADABLE where the file may not be written', () => {
    const reader = new Sqlite(bench.path, { readonly: true });
    expect(errorOf(() => reader.exec('delete from alarms'))).toMatchObject({ code: 'DATABASE_UNREADABLE' });
    reader.close();
  });

  test('is left as it came when it is a fault of the program', () => {
    const fault = errorOf(() => engine.queries.run('select nothing from nowhere'));
    expect(fault).not.toHaveProperty('retry');
    expect(fault).toBeInstanceOf(Error);
  });
});
