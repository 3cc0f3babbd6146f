import { and, count, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import { OUTCOMES, type OutcomeCounts } from '../../../src/domain/delivery.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import type { FigureStore, Figures } from '../../contract/figures.ts';
import { alarms } from '../../schema/alarms.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import type { Engine, Queries } from '../engine.ts';
import { look } from '../transact.ts';

/** Rows of a delivery that is still being received may yet be thrown away, so they are not counted. */
function lineFigures(queries: Queries): Pick<Figures, 'outcomes' | 'unscreened'> {
  const groups = queries
    .select({ outcome: lines.outcome, rows: count() })
    .from(deliveries)
    .innerJoin(lines, eq(lines.deliveryKey, deliveries.deliveryKey))
    .where(inArray(deliveries.state, ['screening', 'settled']))
    .groupBy(lines.outcome)
    .all();
  const rowsOf = (outcome: string | null): number => groups.find((group) => group.outcome === outcome)?.rows ?? 0;
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, rowsOf(outcome)])) as OutcomeCounts;
  return { outcomes, unscreened: rowsOf(null) };
}

/** When the delivery of the oldest line without an outcome began to come in, or was reopened for who joined late. */
export function oldestUnscreened(queries: Queries): EpochMs | null {
  const unscreened = queries
    .select({ line: lines.line })
    .from(lines)
    .where(and(eq(lines.deliveryKey, deliveries.deliveryKey), isNull(lines.outcome)));
  const { settledAt, lastHeardAt, receivedAt } = deliveries;
  const oldest = sql<EpochMs | null>`min(case when ${settledAt} is null then ${receivedAt} else ${lastHeardAt} end)`;
  const found = queries
    .select({ at: oldest })
    .from(deliveries)
    .where(and(eq(deliveries.state, 'screening'), exists(unscreened)))
    .get();
  return found?.at ?? null;
}

function openAlarms(queries: Queries): Figures['openAlarms'] {
  const groups = queries
    .select({ code: alarms.code, open: count() })
    .from(alarms)
    .where(isNull(alarms.clearedAt))
    .groupBy(alarms.code)
    .all();
  return Object.fromEntries(groups.map(({ code, open }) => [code, open]));
}

export function figureStore(engine: Engine): FigureStore {
  const { queries } = engine;
  return {
    readFigures: (access) =>
      look(engine, access, 'read_figures', () => ({
        ...lineFigures(queries),
        oldestUnscreenedAt: oldestUnscreened(queries),
        openAlarms: openAlarms(queries),
      })),
  };
}
