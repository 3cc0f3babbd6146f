import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Store } from '../../db/store.ts';
import { asId, type PersonnelNumber, type SubjectId } from '../../src/domain/ids.ts';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';
import { as, MORNING, OPERATOR, RECEIVER, WORKER } from './conformance/bench.ts';
import { entry, fact, hit, person, rating, registerRow, retraction } from './conformance/people.ts';
import { begin, commit, deliver, deliverTasked, importRows, openNew } from './conformance/steps.ts';
import { type SqliteBench, sqliteBench } from './sqlite-bench.ts';

let bench: SqliteBench;
let store: Store;
beforeEach(async () => {
  bench = await sqliteBench();
  store = await bench.open();
});
afterEach(() => bench.dispose());

/** Planted values, with letters that JSON writes in two ways and base64 in three. */
const PLANTED = {
  surname: 'Çınar-Ågren',
  bsn: '999990019',
  qualification: 'schending "ambtsgeheim" Zwartwaterland',
  caseNumber: '16-998877-26',
  personnelNumber: 'PN-7766554',
  registerName: 'Hoogendijk-Zeewater',
  reviewer: 'w.vandenberg-test',
  reason: 'gebeld met Oudenrijn',
};

function spellings(text: string): readonly Buffer[] {
  const ascii = JSON.stringify(text).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // Base64 depends on where the text starts within its group of three; the first and last letters mix with neighbours.
  const base64 = ['', 'x', 'xx'].map((before) =>
    Buffer.from(before + text)
      .toString('base64')
      .slice(4, -4),
  );
  const written = [text, JSON.stringify(text).slice(1, -1), ascii.slice(1, -1), ...base64];
  return [...written.map((form) => Buffer.from(form)), Buffer.from(text, 'utf16le'), Buffer.from(text, 'latin1')];
}

function foundOnDisk(): readonly string[] {
  const bytes = Buffer.concat([bench.path, `${bench.path}-wal`].map((path) => readFileSync(path)));
  return Object.entries(PLANTED).flatMap(([name, text]) =>
    spellings(text).some((form) => bytes.includes(form)) ? [name] : [],
  );
}

const planted = entry('a', 'a', 0, {
  person: person(PLANTED.surname, { bsn: PLANTED.bsn }),
  case: { caseNumber: asId(PLANTED.caseNumber), facts: [fact(1, PLANTED.qualification)] },
});

async function plantEverything(): Promise<SubjectId> {
  await importRows(store, [
    registerRow(PLANTED.personnelNumber, {
      identity: { ...registerRow('x').identity, surname: PLANTED.registerName, bsn: PLANTED.bsn },
    }),
  ]);
  const [subject] = (await store.readRegister(WORKER, 0 as never, null, 1)).subjects;
  await deliverTasked(store, 'D1', planted, [subject!.subjectId]);
  await deliver(store, 'D2', [{ ...planted, messageId: asId('JDS-b') }, retraction('c', 'x', 1)], { sequence: 2 });
  const key = await openNew(store, 'D3', 1, 3);
  const bytes = Buffer.from(JSON.stringify(planted));
  const reasons = [{ code: 'INVALID_FIELD', field: 'persoon.geboortedatum' }] as const;
  await store.appendLines(RECEIVER, key, [{ kind: 'quarantined', line: 1, messageId: null, reasons, bytes }], MORNING);
  const personnelNumber = asId<PersonnelNumber>(PLANTED.personnelNumber);
  await store.addAccounts(as('set-up', 'set_up'), [
    { name: PLANTED.reviewer, roles: ['reviewer'], personnelNumber, unit: 'U', declaredConflicts: [personnelNumber] },
  ]);
  const alarm = await store.raiseAlarm(OPERATOR, { code: 'VOLUME_LOW', about: 'JDS', params: {} }, MORNING);
  await store.acknowledgeAlarm(OPERATOR, alarm, PLANTED.reason, MORNING);
  return subject!.subjectId;
}

describe('on disk', () => {
  test('the search finds what is there to be found', () => {
    const client = new Sqlite(bench.path);
    client.exec('create table leak (value)');
    const insert = client.prepare('insert into leak values (?)');
    const { surname, bsn, qualification, caseNumber, registerName } = PLANTED;
    for (const value of [surname, bsn, JSON.stringify({ qualification })]) insert.run(value);
    insert.run(Buffer.from(`{"zaak":"${caseNumber}"}`).toString('base64'));
    insert.run(Buffer.from(registerName, 'utf16le'));
    client.close();
    expect(foundOnDisk()).toEqual(['surname', 'bsn', 'qualification', 'caseNumber', 'registerName']);
  });

  test('nothing personal can be read, in the database or its log of writes', async () => {
    await plantEverything();
    expect(foundOnDisk()).toEqual([]);
  });

  test('a cleared line leaves no content, and the key opens nothing of it any more', async () => {
    const { chunkIds } = await deliver(store, 'D1', [planted]);
    await commit(store, await begin(store, chunkIds[0]));
    const client = new Sqlite(bench.path, { readonly: true });
    const { content, ...rest } = client.prepare('select * from lines').get() as Record<string, unknown>;
    expect(content).toBeNull();
    expect(
      Object.keys(rest)
        .filter((column) => rest[column] !== null)
        .sort(),
    ).toEqual(
      [
        ...['case_hash', 'content_hash', 'decided_at', 'delivery_key', 'line', 'message_id'],
        ...['occurred_at', 'outcome', 'reason'],
      ].sort(),
    );
    for (const table of ['cases', 'hits', 'tasks', 'known_pairs']) {
      expect(client.prepare(`select count(*) as rows from ${table}`).get()).toEqual({ rows: 0 });
    }
    client.close();
  });

  test('what was sealed of a cleared line is gone from the disk once the delivery is settled', async () => {
    const { deliveryKey, chunkIds } = await deliver(store, 'D1', [planted]);
    const client = new Sqlite(bench.path, { readonly: true });
    const { content } = client.prepare('select content from lines').get() as { content: Buffer };
    client.close();
    const onDisk = () => [bench.path, `${bench.path}-wal`].some((path) => readFileSync(path).includes(content));
    expect(onDisk()).toBe(true);
    await commit(store, await begin(store, chunkIds[0]));
    await store.settleDelivery(WORKER, deliveryKey, MORNING);
    expect(onDisk()).toBe(false);
  });

  // Were it waited for, this would outlast the time that a test may take.
  test('nobody waits for a long reader, and what it kept on the disk goes with the next delivery', async () => {
    const { deliveryKey, chunkIds } = await deliver(store, 'D1', [planted]);
    const reader = new Sqlite(bench.path, { readonly: true });
    const read = () => reader.prepare('select content from lines').get() as { content: Buffer };
    reader.exec('begin');
    const { content } = read();
    const onDisk = () => [bench.path, `${bench.path}-wal`].some((path) => readFileSync(path).includes(content));
    await commit(store, await begin(store, chunkIds[0]));
    expect(await store.settleDelivery(WORKER, deliveryKey, MORNING)).toBe(true);
    expect(read().content).toEqual(content);
    expect(onDisk()).toBe(true);
    const later = await deliver(store, 'D2', [], { sequence: 2 });
    reader.close();
    await store.settleDelivery(WORKER, later.deliveryKey, MORNING);
    expect(onDisk()).toBe(false);
  });

  test('a retracted case leaves an empty shell', async () => {
    const subjectId = await plantEverything();
    const message = retraction('g', 'a', 5);
    const gone = { ...message, caseNumber: planted.case.caseNumber };
    const begun = await begin(store, (await deliver(store, 'D4', [gone], { sequence: 4 })).chunkIds[0]);
    const [task] = begun.cases[0]!.tasks;
    const reason = 'retracted' as const;
    const withdrawal = { kind: 'withdraw', taskId: task!.taskId, expectedVersion: task!.version, reason } as const;
    const write = { caseNumber: gone.caseNumber, content: null, hits: null, tasks: [withdrawal], retractedUpTo: gone };
    const lines = [{ line: 1, outcome: 'withdrawn', reason: 'retraction' }] as const;
    expect(await commit(store, begun, { lines, cases: [write] })).toMatchObject({ kind: 'committed' });
    const client = new Sqlite(bench.path, { readonly: true });
    expect(client.prepare('select content, message_id from cases').get()).toEqual({ content: null, message_id: null });
    expect(client.prepare('select * from hits').all()).toEqual([]);
    const shell = { state: 'withdrawn', rating: null, rating_level: 'none', subject_id: subjectId };
    expect(client.prepare('select state, rating, rating_level, subject_id from tasks').get()).toEqual(shell);
    client.close();
  });

  test('who left and has no file is forgotten, version and all', async () => {
    await importRows(store, [registerRow('P1'), registerRow('P2')]);
    await importRows(store, [registerRow('P1', { unit: 'Unit 2' })]);
    const client = new Sqlite(bench.path, { readonly: true });
    expect(client.prepare('select version from subject_versions').all()).toEqual([{ version: 2 }]);
    client.close();
  });

  test('a version that a hit was made on is kept for as long as the hit', async () => {
    const subjectId = await plantEverything();
    const row = registerRow(PLANTED.personnelNumber, { unit: 'Unit 2' });
    await importRows(store, [row]);
    const client = new Sqlite(bench.path, { readonly: true });
    const versions = client.prepare('select version from subject_versions where subject_id = ? order by version');
    expect(versions.all(subjectId)).toEqual([{ version: 1 }, { version: 2 }]);
    const later = { ...planted, messageId: asId<typeof planted.messageId>('JDS-z'), occurredAt: planted.occurredAt };
    const begun = await begin(store, (await deliver(store, 'D5', [later], { sequence: 5 })).chunkIds[0]);
    const [task] = begun.cases[0]!.tasks;
    const update = {
      kind: 'update',
      taskId: task!.taskId,
      expectedVersion: task!.version,
      rating: rating('low'),
    } as const;
    const tasks = [{ ...update, evidenceHash: 'new', reopen: false, askIdentityAgain: true }];
    const content = { order: later, person: later.person, case: later.case };
    const hits = [hit(subjectId, { subjectVersion: 2 })];
    const cases = [{ caseNumber: later.case.caseNumber, content, hits, tasks, retractedUpTo: null }];
    await commit(store, begun, { cases, registerVersion: await store.registerVersion(WORKER) });
    expect(versions.all(subjectId)).toEqual([{ version: 2 }]);
    client.close();
  });
});

describe('a database is opened', () => {
  const open = (keys: string) => openStore({ path: bench.path, keyring: createKeyring(parseKeyFile(keys)) });

  test('with its own keys, and with them among others', async () => {
    const keys = JSON.parse(bench.keys);
    const other = JSON.parse(newKeyFile());
    await open(bench.keys).close();
    const rotated = { ...keys, current: 2, keys: [...keys.keys, { id: 2, secret: other.keys[0].secret }] };
    await open(JSON.stringify(rotated)).close();
  });

  test.each([
    ['the keys of another installation', () => newKeyFile()],
    [
      'another hash key',
      () => JSON.stringify({ ...JSON.parse(bench.keys), hashSecret: JSON.parse(newKeyFile()).hashSecret }),
    ],
    ['another sealing key', () => JSON.stringify({ ...JSON.parse(bench.keys), keys: JSON.parse(newKeyFile()).keys })],
  ])('not with %s', (_, keys) => {
    expect(() => open(keys())).toThrow(expect.objectContaining({ code: 'KEYS_WRONG' }));
  });

  test('not when it is something else', async () => {
    const path = `${bench.path}.txt`;
    writeFileSync(path, 'this is no database, but it is long enough to be taken for one '.repeat(20));
    const attempt = () => openStore({ path, keyring: bench.keyring });
    expect(attempt).toThrow(expect.objectContaining({ code: 'DATABASE_UNREADABLE' }));
    expect(() => openStore({ path: '/nowhere/at/all.db', keyring: bench.keyring })).toThrow(
      expect.objectContaining({ code: 'DATABASE_UNREADABLE' }),
    );
  });

  test('a payload moved to another row does not open', async () => {
    const { chunkIds } = await deliver(store, 'D1', [entry('a'), entry('b')]);
    const client = new Sqlite(bench.path);
    client.exec('update lines set content = (select content from lines where line = 1) where line = 2');
    client.close();
    await expect(begin(store, chunkIds[0])).rejects.toMatchObject({ code: 'KEYS_WRONG' });
  });
});
