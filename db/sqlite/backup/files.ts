import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { LogHead } from '../../contract/backups.ts';
import { readErasures } from '../erasures/ledger-file.ts';
import { failureOf } from '../failures.ts';

const NO_LOG: LogHead = { rows: 0, head: '' };

/** Reads from a database as it lies there: no migration, no key. */
function reading<T>(path: string, read: (client: Sqlite.Database) => T): T {
  const client = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    return read(client);
  } finally {
    client.close();
  }
}

const countOf = (client: Sqlite.Database, table: string): number =>
  (client.prepare(`select count(*) as rows from ${table}`).get() as { readonly rows: number }).rows;

/** Whether there is anything at a place that a restore would destroy: a file that cannot be read counts as that. */
export function holdsData(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    return reading(path, (client) => ['deliveries', 'subjects', 'tasks'].some((table) => countOf(client, table) > 0));
  } catch {
    return true;
  }
}

/** The head of the log of a database that is about to be replaced; of one that cannot be read there is none. */
export function headOf(path: string): LogHead {
  if (!existsSync(path)) return NO_LOG;
  try {
    return reading(path, (client) => {
      const newest = client.prepare('select hash from audit order by sequence desc limit 1').pluck().get();
      return { rows: countOf(client, 'audit'), head: String(newest ?? '') };
    });
  } catch {
    return NO_LOG;
  }
}

/** Takes a database file away, with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

/**
 * Copies a backup to where it can be worked on.
 * @throws ScreeningError FILE_UNREADABLE when it is no whole database of this program
 */
export function draftOf(backup: string, draft: string): void {
  removeDatabase(draft);
  try {
    copyFileSync(backup, draft);
    const damage = reading(draft, (client) => {
      countOf(client, 'installation');
      return client.pragma('quick_check(1)', { simple: true });
    });
    if (damage !== 'ok') throw new Error('the backup is damaged');
  } catch (cause) {
    removeDatabase(draft);
    throw new ScreeningError('FILE_UNREADABLE', { file: backup }, { cause });
  }
}

/** Whether the erasure ledger is there and knows all that this copy knows: only then can it say what came after. */
export function isLedgerOf(copy: string, erasuresFile: string): boolean {
  const known = new Set(readErasures(erasuresFile)?.map(({ erasureId }) => String(erasureId)));
  const stored = reading(copy, (client) => {
    const table = client.prepare("select 1 from sqlite_master where name = 'erasures'").get();
    return table === undefined ? [] : client.prepare('select erasure_id from erasures').pluck().all();
  });
  return existsSync(erasuresFile) && stored.every((erasureId) => known.has(String(erasureId)));
}

/**
 * Fails when some process has a database open. SQLite in this mode gives the whole file to one process or to none.
 * @throws ScreeningError RESTORE_IN_USE
 */
export function requireUnused(path: string): void {
  if (!existsSync(path)) return;
  let client: Sqlite.Database | null = null;
  try {
    client = new Sqlite(path, { timeout: 0 });
    client.pragma('locking_mode = EXCLUSIVE');
    client.exec('begin exclusive; commit');
  } catch (error) {
    const failure = failureOf(error);
    // One that cannot be read is used by nobody.
    if (failure instanceof ScreeningError && failure.code === 'DATABASE_BUSY')
      throw new ScreeningError('RESTORE_IN_USE', {}, { cause: failure });
  } finally {
    client?.close();
  }
}

/** Puts a finished draft in the place of a database. Its write log goes first: it belongs to the old one. */
export function putInPlace(draft: string, path: string): void {
  requireUnused(path);
  removeDatabase(path);
  renameSync(draft, path);
}
