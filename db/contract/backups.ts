import type { Access } from '../../src/domain/access.ts';
import type { EpochMs } from '../../src/domain/ids.ts';

/** The newest row of an audit log. */
export interface LogHead {
  readonly rows: number;
  /** Its hash; empty when there is none. */
  readonly head: string;
}

/** Copies of the whole database, and what must happen to one before it is opened again. */
export interface BackupStore {
  /**
   * Copies the database, as it is at one moment, while everything runs; no key is in the copy. Its own audit row is.
   * Throws `ScreeningError` BACKUP_REFUSED when the file is there or cannot be written; nothing of it is left then.
   */
  backUp(access: Access, file: string): Promise<LogHead>;
  /**
   * Carries out in a restored copy what the erasure ledger says was erased after the copy was made. Writes down that
   * the log goes on after a restore, and the head of the log that it took the place of.
   */
  replayErasures(access: Access, replaced: LogHead, at: EpochMs): Promise<{ readonly replayed: number }>;
}
