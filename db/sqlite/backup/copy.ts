import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { ScreeningError } from '../../../src/domain/errors.ts';
import { OWNER_ONLY } from '../private-file.ts';

/** All that are left, in one step: a copy in several would begin anew whenever another process has written. */
const ALL_PAGES = 0x7fff_ffff;

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Copies a database under another name first, so that what bears the name of a backup is whole. SQLite copies pages:
 * what was erased was overwritten with zeros, and what is sealed stays sealed.
 * @throws ScreeningError BACKUP_REFUSED
 */
export async function copyDatabase(client: Sqlite.Database, file: string): Promise<void> {
  const draft = `${file}.part`;
  try {
    closeSync(openSync(file, 'wx', OWNER_ONLY));
  } catch (cause) {
    throw new ScreeningError('BACKUP_REFUSED', { file }, { cause });
  }
  try {
    closeSync(openSync(draft, 'w', OWNER_ONLY));
    await client.backup(draft, { progress: () => ALL_PAGES });
    flush(draft);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    rmSync(file, { force: true });
    throw new ScreeningError('BACKUP_REFUSED', { file }, { cause });
  }
}
