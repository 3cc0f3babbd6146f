import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  draftOf,
  headOf,
  holdsData,
  isLedgerOf,
  putInPlace,
  removeDatabase,
  requireUnused,
} from '../../db/sqlite/backup/files.ts';
import { openStore } from '../../db/sqlite/open-store.ts';
import { type Erased, eraseAllDue } from '../../jobs/retention.ts';
import type { Access } from '../domain/access.ts';
import { ScreeningError } from '../domain/errors.ts';
import type { Keyring } from '../privacy/keyring.ts';
import type { Clock } from '../runtime/clock.ts';
import { makeFolder } from '../runtime/folder.ts';

export interface RestoreTools {
  /** The database to be put there. Nobody may have it open. */
  readonly path: string;
  readonly erasuresFile: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

export interface RestoreOptions {
  /** Replaces an installation that holds data. */
  readonly overwrite: boolean;
  /** Goes on although nobody can say what was erased after the backup was made. */
  readonly withoutErasures: boolean;
}

export interface Restored {
  /** Erasures of the ledger that were carried out again. */
  readonly replayed: number;
  /** What was over its term meanwhile. */
  readonly erased: Erased;
}

const RESTORING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

async function finishDraft(draft: string, tools: RestoreTools): Promise<Restored> {
  const { path, keyring, clock, erasuresFile } = tools;
  const store = openStore({ path: draft, keyring, clock, erasuresFile });
  try {
    const { replayed } = await store.replayErasures(RESTORING, headOf(path), clock.now());
    return { replayed, erased: await eraseAllDue(store, RESTORING, clock) };
  } finally {
    await store.close();
  }
}

/**
 * Puts a backup in the place of the database. Everything is done in a copy beside it, which takes its place in one
 * step: whatever goes wrong, even a power cut, what was there stays as it was. Before it is opened, what was erased
 * after the backup is erased again, and what is over its term today with it.
 *
 * @throws ScreeningError RESTORE_NOT_EMPTY, RESTORE_IN_USE, FILE_UNREADABLE, ERASURES_MISSING, KEYS_WRONG
 */
export async function restoreBackup(backup: string, tools: RestoreTools, options: RestoreOptions): Promise<Restored> {
  const { path, erasuresFile } = tools;
  if (!existsSync(backup)) throw new ScreeningError('FILE_UNREADABLE', { file: backup });
  if (!options.overwrite && holdsData(path)) throw new ScreeningError('RESTORE_NOT_EMPTY');
  makeFolder(dirname(path));
  requireUnused(path);
  const draft = join(dirname(path), 'restoring.db');
  draftOf(backup, draft);
  try {
    if (!options.withoutErasures && !isLedgerOf(draft, erasuresFile)) throw new ScreeningError('ERASURES_MISSING');
    const restored = await finishDraft(draft, tools);
    putInPlace(draft, path);
    return restored;
  } finally {
    removeDatabase(draft);
  }
}
