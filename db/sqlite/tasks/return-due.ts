import { and, eq, isNotNull, lte, type SQL } from 'drizzle-orm';
import { asEpochMs, type EpochMs } from '../../../src/domain/ids.ts';
import { dutchDay } from '../../../src/review/calendar.ts';
import { CLAIM_DURATION_MS } from '../../../src/review/claims.ts';
import { lapse } from '../../../src/review/life.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import type { Transaction } from '../transact.ts';
import type { TaskReader } from './read-tasks.ts';
import { writeChange } from './write-change.ts';

/**
 * Puts back into the queue what time returned to it: claims that ran out, days that were waited for. Done at the start
 * of every method that looks at the queue, so that no timer has to run for the state of a task to be true.
 */
export function returnDue(engine: Engine, reader: TaskReader, tx: Transaction, at: EpochMs): void {
  const rows = (condition: SQL | undefined) => engine.queries.select().from(tasks).where(condition).all();
  const due = [
    ...rows(and(eq(tasks.state, 'claimed'), lte(tasks.claimedAt, asEpochMs(at - CLAIM_DURATION_MS)))),
    ...rows(and(isNotNull(tasks.waitingUntil), lte(tasks.waitingUntil, dutchDay(at)))),
  ];
  for (const row of due) {
    const change = lapse(reader.open(row).review, at);
    if (change !== null) writeChange(engine, row, change, at);
  }
  if (due.length > 0) tx.note({ returnedToQueue: due.length });
}
