import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import type { Store } from '../../db/store.ts';
import { type RestoreOptions, restoreBackup } from '../../src/bin/restore.ts';
import { asId } from '../../src/domain/ids.ts';
import { fictitiousBases } from '../../src/legal/default-bases.ts';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';
import { OPERATOR, stoppedClock, WORKER } from '../db/conformance/bench.ts';
import { entry, fact, person, registerRow, retraction } from '../db/conformance/people.ts';
import { begin, commit, deliver, deliverTasked, importRows, openNew } from '../db/conformance/steps.ts';
import { type GlassBench, glassBench } from '../db/glass.ts';

const PLANTED = { surname: 'Quastelman', bsn: '999990019', qualification: 'schending van het zwijggebod' };
const REGISTERED = { registered: 'Hoogendijk' };
const KEPT = { kept: 'Zwartwaterland' };

const about = (name: string, surname: string) =>
  entry(name, name, 0, {
    person: person(surname, { bsn: PLANTED.bsn }),
    case: { caseNumber: asId(`16-${name}-26`), facts: [fact(1, PLANTED.qualification)] },
  });

let bench: GlassBench;
let store: Store;
let backup: string;
beforeEach(async () => {
  bench = glassBench();
  store = await bench.open();
  backup = join(bench.folder, 'backup');
  for (const basis of fictitiousBases()) {
    const basisId = await store.recordBasis(OPERATOR, basis, stoppedClock.now());
    await store.confirmBasis(OPERATOR, basisId, 'set-up', stoppedClock.now());
  }
  const identity = { ...registerRow('x').identity, surname: REGISTERED.registered };
  await importRows(store, [registerRow('P1', { identity }), registerRow('P2')]);
  const { subjects } = await store.readRegister(WORKER, 0 as never, null, 10);
  const idOf = (number: string) => subjects.find(({ personnelNumber }) => personnelNumber === number)!.subjectId;
  await deliverTasked(store, 'D1', about('a', PLANTED.surname), [idOf('P1')]);
  const kept = entry('k', 'k', 0, { person: person(KEPT.kept) });
  await deliverTasked(store, 'D2', kept, [idOf('P2')]);
  await store.backUp(OPERATOR, backup);
});
afterEach(() => bench.dispose());

/** The source retracts the first case, and the first subject leaves. */
async function eraseAfterwards(): Promise<void> {
  const gone = { ...retraction('g', 'a', 5), caseNumber: about('a', '').case.caseNumber };
  const { deliveryKey, chunkIds } = await deliver(store, 'D9', [gone], { sequence: 9 });
  const begun = await begin(store, chunkIds[0]);
  const { taskId, version } = begun.cases[0]!.tasks[0]!;
  const tasks = [{ kind: 'withdraw', taskId, expectedVersion: version, reason: 'retracted' }] as const;
  const write = { caseNumber: gone.caseNumber, content: null, hits: null, tasks, retractedUpTo: gone };
  const registerVersion = await store.registerVersion(WORKER);
  const lines = [{ line: 1, outcome: 'withdrawn', reason: 'retraction' }] as const;
  await commit(store, begun, { lines, cases: [write], registerVersion });
  await store.settleDelivery(WORKER, deliveryKey, stoppedClock.now());
  await importRows(store, [registerRow('P2')]);
}

const OVERWRITE: RestoreOptions = { overwrite: true, withoutErasures: false };

function restore(options: Partial<RestoreOptions> = {}, keyring = bench.keyring) {
  const erasuresFile = join(bench.folder, 'erasures.ndjson');
  const tools = { path: bench.path, erasuresFile, keyring, clock: stoppedClock };
  return restoreBackup(backup, tools, { ...OVERWRITE, ...options });
}

/** As `restore`, of a file that is then taken away, so that only what was restored is searched. */
async function restoreAndForgetBackup() {
  const restored = await restore();
  rmSync(backup);
  return restored;
}

describe('a backup', () => {
  test('is the database of one moment, also while another process writes', async () => {
    const other = await bench.open();
    const file = join(bench.folder, 'second');
    const [{ head }] = await Promise.all([store.backUp(OPERATOR, file), openNew(other, 'D5', 1, 5)]);
    const copy = new Sqlite(file, { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('select count(*) from audit where hash = ?').pluck().get(head)).toBe(1);
    copy.close();
  });

  test('has nothing in it of what was erased before', async () => {
    expect(bench.found({ ...PLANTED, ...REGISTERED })).toHaveLength(4);
    await eraseAfterwards();
    rmSync(backup);
    await store.backUp(OPERATOR, backup);
    expect(bench.found({ ...PLANTED, ...REGISTERED })).toEqual([]);
  });

  test.each([
    { says: 'over a file that is there', file: () => backup },
    { says: 'into a folder that is not there', file: () => join(bench.folder, 'no', 'where') },
  ])('is not made $says', async ({ file }) => {
    const before = readdirSync(bench.folder).sort();
    await expect(store.backUp(OPERATOR, file())).rejects.toMatchObject({ code: 'BACKUP_REFUSED' });
    expect(readdirSync(bench.folder).sort()).toEqual(before);
  });
});

describe('restored', () => {
  test('what was erased after the backup does not come back, in any byte; the rest does', async () => {
    await eraseAfterwards();
    await store.close();
    expect(bench.found({ ...PLANTED, ...REGISTERED })).toHaveLength(4);
    const { replayed } = await restoreAndForgetBackup();
    expect(replayed).toBe(2);
    expect(bench.found({ ...PLANTED, ...REGISTERED, ...KEPT })).toEqual(['kept']);
    store = await bench.open();
    expect(await store.countSubjects(OPERATOR)).toMatchObject({ officer: 1 });
    expect((await store.countTasks(OPERATOR)).byState).toEqual({ open: 1, withdrawn: 1 });
    expect((await store.reconcile(OPERATOR, null)).every(({ balanced }) => balanced)).toBe(true);
  });

  test('a second time, it finds nothing to erase again', async () => {
    await eraseAfterwards();
    await store.close();
    await restore();
    const again = await bench.open();
    rmSync(backup);
    await again.backUp(OPERATOR, backup);
    await again.close();
    expect(await restore()).toMatchObject({ replayed: 0 });
  });

  test('the log verifies, and says where and instead of what it goes on', async () => {
    await eraseAfterwards();
    const { head: replaced } = await store.verifyAudit(OPERATOR, null);
    const { head: newest } = await lastRow();
    await store.close();
    await restore();
    store = await bench.open();
    const verdict = await store.verifyAudit(OPERATOR, null);
    expect(verdict).toMatchObject({ ok: true, restores: [{ replacedHead: newest }] });
    expect(await store.verifyAudit(OPERATOR, replaced)).toMatchObject({
      ok: false,
      brokenAt: null,
      anchorFound: false,
    });
  });

  const lastRow = async () => {
    const file = join(bench.folder, 'head');
    const found = await store.backUp(OPERATOR, file);
    rmSync(file);
    return found;
  };
});

describe('a restore is refused, and nothing has changed,', () => {
  const bytes = () => readFileSync(bench.path);

  test.each([
    {
      says: 'over an installation with data',
      code: 'RESTORE_NOT_EMPTY',
      harm: () => {},
      options: { overwrite: false },
    },
    {
      says: 'without the ledger',
      code: 'ERASURES_MISSING',
      harm: () => rmSync(join(bench.folder, 'erasures.ndjson'), { force: true }),
    },
    {
      says: 'of a file that is no database',
      code: 'FILE_UNREADABLE',
      harm: () => writeFileSync(backup, 'no database '.repeat(999)),
    },
    { says: 'of a file that is not there', code: 'FILE_UNREADABLE', harm: () => rmSync(backup) },
    {
      says: 'of half a database',
      code: 'FILE_UNREADABLE',
      harm: () => writeFileSync(backup, readFileSync(backup).subarray(0, 20_000)),
    },
  ])('$says', async ({ code, harm, options }) => {
    await store.close();
    harm();
    const before = bytes();
    await expect(restore(options)).rejects.toMatchObject({ code });
    expect(bytes().equals(before)).toBe(true);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('restoring'))).toEqual([]);
  });

  test('by a ledger that lacks what the backup knows', async () => {
    await eraseAfterwards();
    rmSync(backup);
    await store.backUp(OPERATOR, backup);
    await store.close();
    writeFileSync(join(bench.folder, 'erasures.ndjson'), '');
    await expect(restore()).rejects.toMatchObject({ code: 'ERASURES_MISSING' });
    expect(await restore({ withoutErasures: true })).toMatchObject({ replayed: 0 });
  });

  test('while somebody has the database open', async () => {
    await expect(restore()).rejects.toMatchObject({ code: 'RESTORE_IN_USE', retry: 'never' });
  });

  test('with the keys of another installation', async () => {
    await store.close();
    const other = createKeyring(parseKeyFile(newKeyFile()));
    await expect(restore({}, other)).rejects.toMatchObject({ code: 'KEYS_WRONG' });
  });

  test('into an empty place it is not', async () => {
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${bench.path}${suffix}`, { force: true });
    expect(await restore({ overwrite: false })).toMatchObject({ replayed: 0 });
  });
});
