import { sql } from 'drizzle-orm';
import type { Queries } from './engine.ts';

/**
 * Writes the log of SQLite into the database and empties it. Until then the sealed content of what was erased still
 * stands there, although no query finds it any more. Waits its turn like a write; when the turn does not come, nothing
 * happens, and the next one who does this makes up for it.
 */
export function emptyWriteLog(queries: Queries): void {
  queries.get(sql`pragma wal_checkpoint(truncate)`);
}
