import { count, desc } from 'drizzle-orm';
import type { BackupStore, LogHead } from '../../contract/backups.ts';
import { audit } from '../../schema/audit.ts';
import type { Engine, Queries } from '../engine.ts';
import { transact } from '../transact.ts';
import { emptyWriteLog } from '../write-log.ts';
import { replayErasures } from './replay.ts';

function logHead(queries: Queries): LogHead {
  const newest = queries.select({ head: audit.hash }).from(audit).orderBy(desc(audit.sequence)).limit(1).get();
  const rows = queries.select({ rows: count() }).from(audit).get();
  return { rows: rows?.rows ?? 0, head: newest?.head ?? '' };
}

/** @param copyTo copies the whole database into a new file */
export function backupStore(engine: Engine, copyTo: (file: string) => Promise<void>): BackupStore {
  const { queries } = engine;
  return {
    async backUp(access, file) {
      await transact(engine, access, 'back_up', () => null);
      // Taken before the copy: rows that others add in between are in the copy, and follow from this one.
      const head = logHead(queries);
      await copyTo(file);
      return head;
    },
    async replayErasures(access, replaced, at) {
      const replayed = await transact(engine, access, 'restore', (tx) => {
        const { rows, head } = logHead(queries);
        const done = replayErasures(engine);
        tx.note({ replayed: done, at, rows, head, replacedRows: replaced.rows, replacedHead: replaced.head });
        return done;
      });
      await emptyWriteLog(queries);
      return { replayed };
    },
  };
}
