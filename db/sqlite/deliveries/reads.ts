import type { DeliveryStore } from '../../contract/deliveries.ts';
import type { Engine } from '../engine.ts';
import { look } from '../transact.ts';
import { deliveryRow, deliveryRowOf, lineOutcomes, newestDeliveries, quarantinedLines, statusOf } from './status.ts';

type Reads = 'deliveryStatus' | 'findDelivery' | 'listDeliveries' | 'lineOutcomes' | 'listQuarantine';

/** The methods that only look: figures, positions and codes, nothing personal. */
export function deliveryReads(engine: Engine): Pick<DeliveryStore, Reads> {
  const { queries } = engine;
  return {
    deliveryStatus: (access, deliveryKey) =>
      look(engine, access, 'view_delivery', (tx) => {
        tx.note({ deliveryKey });
        const row = deliveryRow(queries, deliveryKey);
        return row === undefined ? null : statusOf(queries, row);
      }),
    findDelivery: (access, sender, deliveryId) =>
      look(engine, access, 'view_delivery', (tx) => {
        const row = deliveryRowOf(queries, sender, deliveryId);
        if (row !== undefined) tx.note({ deliveryKey: row.deliveryKey });
        return row === undefined ? null : statusOf(queries, row);
      }),
    listDeliveries: (access, filter) =>
      look(engine, access, 'list_deliveries', () =>
        newestDeliveries(queries, filter).map((row) => statusOf(queries, row)),
      ),
    lineOutcomes: (access, deliveryKey, numbers) =>
      look(engine, access, 'view_line_outcomes', (tx) => {
        tx.note({ deliveryKey, lines: numbers.length });
        return lineOutcomes(queries, deliveryKey, numbers);
      }),
    listQuarantine: (access, deliveryKey, limit) =>
      look(engine, access, 'list_quarantine', (tx) => {
        tx.note({ deliveryKey });
        return quarantinedLines(queries, deliveryKey, limit);
      }),
  };
}
