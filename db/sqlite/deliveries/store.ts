import { and, eq, sql } from 'drizzle-orm';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import type { DeliveryStore } from '../../contract/deliveries.ts';
import { deliveries } from '../../schema/deliveries.ts';
import type { Engine, Queries } from '../engine.ts';
import { transact } from '../transact.ts';
import { emptyWriteLog } from '../write-log.ts';
import { lineAppender } from './append.ts';
import { finaliseDelivery } from './finalise.ts';
import { deliveryReads } from './reads.ts';
import { hearFrom, openDelivery, refuseDelivery } from './receive.ts';
import { countLines, deliveryRow } from './status.ts';

function settle(queries: Queries, deliveryKey: DeliveryKey, at: EpochMs): boolean {
  if (deliveryRow(queries, deliveryKey)?.state !== 'screening') return false;
  if (countLines(queries, deliveryKey).unscreened > 0) return false;
  queries
    .update(deliveries)
    // What was reopened for who joined late keeps the moment at which it was settled first.
    .set({ state: 'settled', settledAt: sql`coalesce(${deliveries.settledAt}, ${at})` })
    .where(eq(deliveries.deliveryKey, deliveryKey))
    .run();
  return true;
}

export function deliveryStore(engine: Engine): DeliveryStore {
  const { queries } = engine;
  const append = lineAppender(engine);
  return {
    openDelivery: (access, header, at, staleAfterMs) =>
      transact(engine, access, 'open_delivery', (tx) => {
        const opened = openDelivery(queries, header, at, staleAfterMs);
        tx.note({ result: opened.kind, ...('deliveryKey' in opened && { deliveryKey: opened.deliveryKey }) });
        return opened;
      }),
    appendLines: (access, deliveryKey, stored, at) =>
      transact(engine, access, 'append_lines', (tx) => {
        const receiving = hearFrom(queries, deliveryKey, at);
        if (receiving) append(deliveryKey, stored, at);
        tx.note({ deliveryKey, lines: receiving ? stored.length : 0 });
        return receiving;
      }),
    finaliseDelivery: (access, deliveryKey, chunkSize, at) =>
      transact(engine, access, 'finalise_delivery', (tx) => {
        const finalised = finaliseDelivery(queries, deliveryKey, chunkSize, at);
        tx.note({ deliveryKey, chunks: finalised?.chunkIds.length ?? 0 });
        return finalised;
      }),
    async refuseDelivery(access, deliveryKey, code) {
      await transact(engine, access, 'refuse_delivery', (tx) => {
        tx.note({ deliveryKey, code, refused: Number(refuseDelivery(queries, deliveryKey, code)) });
      });
      await emptyWriteLog(queries);
    },
    async settleDelivery(access, deliveryKey, at) {
      const settled = await transact(engine, access, 'settle_delivery', (tx) => {
        const closed = settle(queries, deliveryKey, at);
        tx.note({ deliveryKey, settled: Number(closed) });
        return closed;
      });
      if (settled) await emptyWriteLog(queries);
      return settled;
    },
    markDelivery: (access, deliveryKey, code) =>
      transact(engine, access, 'mark_delivery', (tx) => {
        const screening = and(eq(deliveries.deliveryKey, deliveryKey), eq(deliveries.state, 'screening'));
        const { changes } = queries.update(deliveries).set({ code }).where(screening).run();
        tx.note({ deliveryKey, code, marked: changes });
      }),
    ...deliveryReads(engine),
  };
}
