import { and, asc, eq, gt, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import { addDays, type CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import { endOfDutchDay } from '../../../src/review/calendar.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import { makeChunks } from '../deliveries/finalise.ts';
import type { Engine } from '../engine.ts';
import { keptUntil } from './window.ts';

/** Kept entries that are screened again in one job. */
const CHUNK_LINES = 200;

/**
 * Gives the entries that are kept, sealed, under a basis that allows it back to screening, because somebody joined late:
 * those since the first day of their service. The same lines, the same ledger; the sweep finds them like any others.
 *
 * @returns how many lines are screened again
 */
export function reopenKept(engine: Engine, since: CalendarDate, at: EpochMs): number {
  const { queries } = engine;
  if (keptUntil(engine, at, at) === null) return 0;
  const kept = and(
    eq(lines.outcome, 'cleared'),
    isNotNull(lines.content),
    gt(lines.keptUntil, at),
    gte(lines.decidedAt, endOfDutchDay(addDays(since, -1))),
  );
  const holding: readonly { readonly deliveryKey: DeliveryKey }[] = queries
    .selectDistinct({ deliveryKey: lines.deliveryKey })
    .from(lines)
    .where(kept)
    .orderBy(asc(lines.deliveryKey))
    .all();
  if (holding.length === 0) return 0;
  const { changes } = queries.update(lines).set({ outcome: null, reason: null, decidedAt: null }).where(kept).run();
  const keys = holding.map(({ deliveryKey }) => deliveryKey);
  queries
    .update(deliveries)
    .set({ state: 'screening', lastHeardAt: at })
    .where(inArray(deliveries.deliveryKey, keys))
    .run();
  const again = and(isNull(lines.outcome), isNotNull(lines.keptUntil));
  for (const deliveryKey of keys) makeChunks(queries, deliveryKey, CHUNK_LINES, again);
  return changes;
}
