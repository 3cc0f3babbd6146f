import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ErasedThing } from '../../src/domain/erasure.ts';
import type { AccountId, ErasureId, HoldId, TaskId } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';
import { tasks } from './tasks.ts';

/** Recorded legal orders to keep a task, and all it stands on, longer than the schedule says. */
export const holds = sqliteTable(
  'holds',
  {
    holdId: text().$type<HoldId>().primaryKey(),
    taskId: text()
      .$type<TaskId>()
      .notNull()
      .references(() => tasks.taskId),
    /** `{ reference, reason }` of the order. */
    legalOrder: sealed().notNull(),
    recordedBy: text().$type<AccountId>().notNull(),
    recordedAt: epochMs().notNull(),
    releasedBy: text().$type<AccountId>(),
    releasedAt: epochMs(),
    releaseReason: sealed(),
  },
  (table) => [index('holds_standing').on(table.taskId).where(sql`released_at is null`)],
);

/** What was erased for good, by internal ids; kept in a file outside the database too, for backups made before. */
export const erasures = sqliteTable('erasures', {
  erasureId: text().$type<ErasureId>().primaryKey(),
  at: epochMs().notNull(),
  what: text().$type<ErasedThing>().notNull(),
  /** The internal, random id of it. */
  id: text().notNull(),
});

/** One row, once the oldest rows of the audit log were deleted: where the chain goes on, and from which hash. */
export const auditCut = sqliteTable('audit_cut', {
  id: integer().primaryKey(),
  /** The last row that was deleted, and its hash. */
  sequence: integer().notNull(),
  hash: text().notNull(),
});
