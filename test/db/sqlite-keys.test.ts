import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Store } from '../../db/store.ts';
import { asId, type PersonnelNumber } from '../../src/domain/ids.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { parseKeyFile, withNewKey, withoutKey } from '../../src/privacy/key-material.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';
import { MORNING, OPERATOR, stoppedClock, WORKER } from './conformance/bench.ts';
import { entry, registerRow } from './conformance/people.ts';
import { SETTING_UP } from './conformance/review-world.ts';
import { begin, deliver, deliverTasked, importRows } from './conformance/steps.ts';
import { type SqliteBench, sqliteBench } from './sqlite-bench.ts';

let bench: SqliteBench;
/** The text of the key file, as all processes read it; a rotation changes it. */
let keys: string;
let opened: Store[];
let store: Store;

/** A Store as a process has it that has been running for a while: it reads the file again when it meets a new key. */
function open(text = keys): Store {
  const keyring = createKeyring(parseKeyFile(text), () => parseKeyFile(keys));
  const another = openStore({ path: bench.path, keyring, clock: stoppedClock });
  opened.push(another);
  return another;
}

beforeEach(async () => {
  bench = await sqliteBench();
  keys = bench.keys;
  opened = [];
  store = open();
});
afterEach(async () => {
  for (const each of opened) await each.close();
  await bench.dispose();
});

/** A payload in every kind of place that seals; what they say is read by `everything`. */
async function plant(): Promise<void> {
  const personnelNumber = asId<PersonnelNumber>('P9');
  await store.addAccounts(SETTING_UP, [
    { name: 'a', roles: ['reviewer'], unit: 'u', personnelNumber, declaredConflicts: [] },
  ]);
  for (const basis of fictitiousBases()) await store.recordBasis(SETTING_UP, basis, MORNING);
  const alarmId = await store.raiseAlarm(OPERATOR, { code: 'VOLUME_LOW', about: 'JDS', params: {} }, MORNING);
  await store.acknowledgeAlarm(OPERATOR, alarmId, 'gezien', MORNING);
  await importRows(store, [registerRow('P1')]);
  const [subject] = (await store.readRegister(WORKER, 0 as never, null, 1)).subjects;
  await deliverTasked(store, 'D1', entry('a'), [subject!.subjectId]);
  await deliver(
    store,
    'D2',
    ['b', 'c', 'd'].map((name) => entry(name)),
    { sequence: 2 },
  );
}

function addKey(): number {
  const { text, keyId } = withNewKey(keys);
  keys = text;
  return keyId;
}

async function resealAll(limit: number): Promise<number> {
  let all = 0;
  for (;;) {
    const { resealed, left } = await store.resealBatch(OPERATOR, limit);
    all += resealed;
    if (!left) return all;
  }
}

const payloadsOf = async (keyId: number) =>
  (await store.listKeys(OPERATOR)).find((key) => key.keyId === keyId)?.payloads ?? 0;

describe('a rotation', () => {
  test('seals every payload of every table again, in batches; then the old key is needed for nothing', async () => {
    await plant();
    const before = await payloadsOf(1);
    const keyId = addKey();
    await store.adoptKey(OPERATOR, keyId);
    expect(await payloadsOf(keyId)).toBe(1);
    expect(await resealAll(2)).toBe(before - 1);
    expect(await store.listKeys(OPERATOR)).toEqual([
      { keyId: 1, payloads: 0, current: false, here: true },
      { keyId, payloads: before, current: true, here: true },
    ]);
    keys = withoutKey(keys, 1);
    const later = open();
    expect((await later.readRegister(WORKER, 0 as never, null, 1)).subjects).toHaveLength(1);
    expect(await later.listBases(SETTING_UP)).toHaveLength(fictitiousBases().length);
    expect(await later.listAlarms(OPERATOR, 'all', 1)).toMatchObject([{ acknowledgedReason: 'gezien' }]);
    const { chunks } = await later.listUnfinished(WORKER);
    expect((await begin(later, chunks[0]!.chunkId)).lines).toHaveLength(3);
  });

  test('leaves the old key in no column of bytes that the schema has', async () => {
    await plant();
    await store.adoptKey(OPERATOR, addKey());
    await resealAll(100);
    const client = new Sqlite(bench.path, { readonly: true });
    const columns = client
      .prepare(
        "select m.name as tbl, c.name as col from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and lower(c.type) = 'blob'",
      )
      .all() as { readonly tbl: string; readonly col: string }[];
    const heads = columns.map(({ tbl, col }) => {
      const rows = client.prepare(`select distinct hex(substr(${col}, 1, 4)) from ${tbl} where ${col} is not null`);
      return [`${tbl}.${col}`, rows.pluck().all()];
    });
    client.close();
    const used = heads.filter(([, keys]) => keys?.length !== 0);
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter(([, keys]) => String(keys) !== '00000002')).toEqual([]);
  });

  test('leaves nothing on disk that the old key opens', async () => {
    await plant();
    const client = new Sqlite(bench.path, { readonly: true });
    const sealed = client.prepare('select content from cases').pluck().get() as Buffer;
    client.close();
    const onDisk = () => [bench.path, `${bench.path}-wal`].some((path) => readFileSync(path).includes(sealed));
    expect(onDisk()).toBe(true);
    await store.adoptKey(OPERATOR, addKey());
    await resealAll(100);
    expect(onDisk()).toBe(false);
  });

  test('is followed by a process that was running before, from its next write on', async () => {
    const old = open();
    await plant();
    const keyId = addKey();
    await store.adoptKey(OPERATOR, keyId);
    await resealAll(100);
    await deliver(old, 'D5', [entry('z')], { sequence: 5 });
    expect(await payloadsOf(1)).toBe(0);
    const { chunks } = await old.listUnfinished(WORKER);
    expect((await begin(old, chunks[0]!.chunkId)).lines.length).toBeGreaterThan(0);
  });

  test('that was broken off goes on where it stopped, in any process', async () => {
    await plant();
    const before = await payloadsOf(1);
    await store.adoptKey(OPERATOR, addKey());
    expect(await store.resealBatch(OPERATOR, 3)).toEqual({ resealed: 3, left: true });
    await store.close();
    opened = opened.filter((each) => each !== store);
    store = open();
    expect(await resealAll(100)).toBe(before - 1 - 3);
    expect(await store.resealBatch(OPERATOR, 3)).toEqual({ resealed: 0, left: false });
  });

  test('keeps every keyed hash: repeats, the order of messages and accounts are found as before', async () => {
    await plant();
    await store.adoptKey(OPERATOR, addKey());
    await resealAll(100);
    expect(await store.accountByName(SETTING_UP, 'a')).toMatchObject({ name: 'a' });
    const again = await deliver(store, 'D6', [entry('a'), entry('later', 'a', 9)], { sequence: 6 });
    expect(await store.lineOutcomes(OPERATOR, again.deliveryKey, [1])).toMatchObject([{ reason: 'repeat' }]);
    const begun = await begin(store, again.chunkIds[0]);
    expect(begun.cases[0]).toMatchObject({ newestSnapshot: { messageId: 'JDS-a' }, tasks: [{ state: 'open' }] });
    expect(await importRows(store, [registerRow('P1')])).toMatchObject({ unchanged: 1, joined: 0 });
  });

  test('leaves one row a step in the log, and none where nothing was left to do', async () => {
    await store.adoptKey(OPERATOR, addKey());
    await resealAll(100);
    await resealAll(100);
    const rows = await store.listAudit(OPERATOR, 0, 10);
    expect(rows.map(({ action, details }) => [action, details['keyNumber']])).toEqual([
      ['adopt_key', 2],
      ['reseal', 2],
    ]);
  });
});

describe('a key', () => {
  test('that something is sealed with, or that seals, is not retired', async () => {
    await plant();
    const keyId = addKey();
    await expect(store.retireKey(OPERATOR, 1)).rejects.toMatchObject({ code: 'KEY_IN_USE' });
    await store.adoptKey(OPERATOR, keyId);
    await expect(store.retireKey(OPERATOR, 1)).rejects.toMatchObject({ code: 'KEY_IN_USE' });
    await resealAll(100);
    await expect(store.retireKey(OPERATOR, keyId)).rejects.toMatchObject({ code: 'KEY_IN_USE' });
    await store.retireKey(OPERATOR, 1);
  });

  test('that does not exist is not retired, and no row says that it was', async () => {
    await expect(store.retireKey(OPERATOR, 99)).rejects.toMatchObject({ code: 'KEY_UNKNOWN', params: { keyId: 99 } });
    expect((await store.listAudit(OPERATOR, 0, 10)).map(({ action }) => action)).not.toContain('retire_key');
  });

  test('that is not in the keyring is not adopted, and the old one goes on sealing', async () => {
    await expect(store.adoptKey(OPERATOR, 7)).rejects.toMatchObject({ code: 'KEYS_WRONG' });
    await plant();
    expect(await payloadsOf(1)).toBeGreaterThan(5);
  });

  test('that another process adopted and this one cannot get stops it from writing, not from saying why', async () => {
    const { text, keyId } = withNewKey(keys);
    const ahead = openStore({ path: bench.path, keyring: createKeyring(parseKeyFile(text)), clock: stoppedClock });
    opened.push(ahead);
    await ahead.adoptKey(OPERATOR, keyId);
    await expect(importRows(store, [])).rejects.toMatchObject({ code: 'KEYS_WRONG' });
  });
});
