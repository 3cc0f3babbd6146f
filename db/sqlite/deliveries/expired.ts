import { eq } from 'drizzle-orm';
import { OUTCOMES, type Outcome, type OutcomeCounts } from '../../../src/domain/delivery.ts';
import type { DeliveryKey } from '../../../src/domain/ids.ts';
import { deliveries } from '../../schema/deliveries.ts';
import type { Queries } from '../engine.ts';

const NONE = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeCounts;

/** How the lines of a delivery ended that were deleted since, their term being over. */
export function expiredLines(queries: Queries, deliveryKey: DeliveryKey): OutcomeCounts {
  const row = queries
    .select({ expired: deliveries.expired })
    .from(deliveries)
    .where(eq(deliveries.deliveryKey, deliveryKey))
    .get();
  return row?.expired ? { ...NONE, ...(JSON.parse(row.expired) as Partial<OutcomeCounts>) } : NONE;
}

/** Counts one more. Together with the deletion, so that rows and counts always add up to what came. */
export function addExpired(queries: Queries, deliveryKey: DeliveryKey, outcome: Outcome): void {
  const counts = expiredLines(queries, deliveryKey);
  const expired = JSON.stringify({ ...counts, [outcome]: counts[outcome] + 1 });
  queries.update(deliveries).set({ expired }).where(eq(deliveries.deliveryKey, deliveryKey)).run();
}
