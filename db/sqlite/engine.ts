import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { ErasedThing, Erasure } from '../../src/domain/erasure.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { Clock } from '../../src/runtime/clock.ts';

/** The queries of drizzle on one connection; the same inside and outside a transaction, because there is one connection. */
export type Queries = BetterSQLite3Database;

/**
 * The erasure ledger: a table, and a file outside the database with the same lines. A backup made before an erasure
 * holds neither the one nor the other, so the file is what a restore goes by.
 */
export interface ErasureLedger {
  /** Writes down an erasure of the transaction that is open. */
  record(what: ErasedThing, id: string, at: EpochMs): void;
  /** Puts what was recorded into the file. To be called right after the commit. Answers whether there was anything. */
  publish(): boolean;
  /** Forgets what a transaction recorded that was rolled back. */
  discard(): void;
  /** What the file says and the table does not: erased after this database was copied. Null when there is no file. */
  missing(): readonly Erasure[] | null;
  /** Takes erasures over into the table as they are; what `carryOut` erases is not recorded as something new. */
  adopt(missing: readonly Erasure[], carryOut: () => void): void;
}

/** What every part of the Store works with. */
export interface Engine {
  readonly queries: Queries;
  readonly keyring: Keyring;
  /** The time that goes into the audit log. */
  readonly clock: Clock;
  readonly erasures: ErasureLedger;
  /** Takes over the sealing key that the database names; inside a write transaction, before anything is sealed. */
  followKey(): void;
  /** Lets the event loop turn when it has not for long; see `turns.ts`. */
  takeTurn(): Promise<void>;
}
