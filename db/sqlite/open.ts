import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { ScreeningError } from '../../src/domain/errors.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import { type Clock, systemClock } from '../../src/runtime/clock.ts';
import { copyDatabase } from './backup/copy.ts';
import type { Engine, ErasureLedger, Queries } from './engine.ts';
import { openLedger } from './erasures/ledger.ts';
import { failureOf } from './failures.ts';
import { checkKeys, keyFollower } from './installation.ts';
import { makePrivate } from './private-file.ts';
import { createTurns } from './turns.ts';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));
/** How long a write waits for the writes of other processes before it is DATABASE_BUSY. */
const BUSY_TIMEOUT_MS = 10_000;

/** Keyed hashes and random ids land anywhere in an index; with SQLite's own 2 MB nearly every one is a read from disk. */
const CACHE_KIB = 32_768;

export interface StoreOptions {
  /** The database file; made when it is not there. Its folder must exist. */
  readonly path: string;
  readonly keyring: Keyring;
  /** Time for the audit log; the system's when left out. */
  readonly clock?: Clock;
  /** The erasure ledger outside the database; `erasures.ndjson` beside it when left out. */
  readonly erasuresFile?: string;
}

function openFile(path: string): Sqlite.Database {
  try {
    makePrivate(path);
    return new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
  } catch (cause) {
    // The driver has a code for most of what can be wrong with a file, but not for a missing folder.
    throw new ScreeningError('DATABASE_UNREADABLE', {}, { cause });
  }
}

function configure(client: Sqlite.Database): void {
  client.pragma('journal_mode = WAL');
  // FULL: an acknowledged delivery outlives a power cut, because its file is removed from the inbox afterwards.
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('secure_delete = ON');
  client.pragma(`cache_size = -${CACHE_KIB}`);
}

/**
 * Applies what migrations are missing, all in one transaction of drizzle's. When another process does the same at the
 * same moment, the slower one finds the tables made and fails; by then there is nothing left to apply.
 */
function applyMigrations(queries: Queries): void {
  try {
    migrate(queries, { migrationsFolder: MIGRATIONS_FOLDER });
  } catch {
    migrate(queries, { migrationsFolder: MIGRATIONS_FOLDER });
  }
}

function openErasures(queries: Queries, path: string, erasuresFile: string | undefined): ErasureLedger {
  try {
    return openLedger(queries, erasuresFile ?? join(dirname(path), 'erasures.ndjson'));
  } catch (cause) {
    // It could not be written: nothing may be erased while nobody can say later what was.
    throw new ScreeningError('DATABASE_UNREADABLE', {}, { cause });
  }
}

/**
 * Opens the embedded database, brings its tables up to date and checks the keys. Any number of processes may have the
 * same file open.
 *
 * @throws ScreeningError DATABASE_UNREADABLE, DATABASE_BUSY, KEYS_WRONG
 */
export function openEngine({ path, keyring, clock = systemClock, erasuresFile }: StoreOptions): {
  readonly engine: Engine;
  /** Copies the whole database, as it is at one moment, into a new file. */
  copyTo(file: string): Promise<void>;
  close(): void;
} {
  const client = openFile(path);
  try {
    configure(client);
    const queries = drizzle({ client, casing: 'snake_case' });
    applyMigrations(queries);
    checkKeys(queries, keyring, clock);
    const erasures = openErasures(queries, path, erasuresFile);
    const engine = {
      queries,
      keyring,
      clock,
      erasures,
      followKey: keyFollower(queries, keyring),
      takeTurn: createTurns(),
    };
    return { engine, copyTo: (file) => copyDatabase(client, file), close: () => client.close() };
  } catch (error) {
    client.close();
    throw failureOf(error);
  }
}
