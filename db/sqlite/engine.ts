import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { Clock } from '../../src/runtime/clock.ts';

/** The queries of drizzle on one connection; the same inside and outside a transaction, because there is one connection. */
export type Queries = BetterSQLite3Database;

/** What every part of the Store works with. */
export interface Engine {
  readonly queries: Queries;
  readonly keyring: Keyring;
  /** The time that goes into the audit log. */
  readonly clock: Clock;
}
