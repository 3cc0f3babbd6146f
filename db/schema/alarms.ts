import { sql } from 'drizzle-orm';
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AlarmCode } from '../../src/domain/alarm.ts';
import type { AlarmId } from '../../src/domain/ids.ts';
import { epochMs, sealed } from './columns.ts';

export const alarms = sqliteTable(
  'alarms',
  {
    alarmId: text().$type<AlarmId>().primaryKey(),
    code: text().$type<AlarmCode>().notNull(),
    about: text().notNull(),
    /** JSON of the figures and ids for the sentence. */
    params: text().notNull(),
    raisedAt: epochMs().notNull(),
    lastSeenAt: epochMs().notNull(),
    acknowledgedAt: epochMs(),
    /** Free text of an operator, who may write anything into it. */
    acknowledgedReason: sealed(),
    clearedAt: epochMs(),
  },
  (table) => [
    uniqueIndex('alarms_open').on(table.code, table.about).where(sql`cleared_at is null`),
    index('alarms_raised').on(table.raisedAt),
  ],
);
