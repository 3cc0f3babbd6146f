import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Queries } from './engine.ts';

/** Looks for a moment in which nobody reads or writes. Chosen: transactions of the program itself last a few milliseconds. */
const TRIES = 10;
const PAUSE_MS = 20;

/**
 * One try that waits for nobody. Waiting would be worse than failing: SQLite keeps the lock of the writers while it
 * waits for readers, so one long reader (a backup) would hold up every process for the whole of the busy timeout.
 */
function tryEmpty(queries: Queries): boolean {
  const { timeout } = queries.get<{ readonly timeout: number }>(sql`pragma busy_timeout`);
  queries.get(sql`pragma busy_timeout = 0`);
  try {
    return queries.get<{ readonly busy: number }>(sql`pragma wal_checkpoint(truncate)`).busy === 0;
  } catch {
    // What was to be done before is done; a disk that is full or gone fails the next write, which says so.
    return false;
  } finally {
    queries.get(sql.raw(`pragma busy_timeout = ${timeout}`));
  }
}

/**
 * Writes the log of SQLite into the database and empties it. Until then the sealed content of what was erased
 * still stands there, although no query finds it any more. When others are always in between it stays for now; the
 * next delivery that is settled or refused empties it as well.
 */
export async function emptyWriteLog(queries: Queries): Promise<void> {
  for (let tries = 1; !tryEmpty(queries) && tries < TRIES; tries += 1) await delay(PAUSE_MS);
}
