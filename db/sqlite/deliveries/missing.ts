import { and, eq, inArray, min } from 'drizzle-orm';
import { MAX_MISSING_NAMED } from '../../../src/domain/delivery.ts';
import { deliveries } from '../../schema/deliveries.ts';
import type { Queries } from '../engine.ts';

/**
 * The sequence numbers of a sender that were not accepted, up to the highest that was. Counted from the lowest ever
 * heard of, also when that delivery was refused: an installation that begins in mid-year was never owed what came
 * before it. At most `MAX_MISSING_NAMED`, the lowest.
 */
export function missingNumbers(queries: Queries, sender: string): readonly number[] {
  const ofSender = eq(deliveries.sender, sender);
  const lowest = queries
    .select({ number: min(deliveries.sequenceNumber) })
    .from(deliveries)
    .where(ofSender)
    .get();
  const accepted = queries
    .select({ number: deliveries.sequenceNumber })
    .from(deliveries)
    .where(and(ofSender, inArray(deliveries.state, ['screening', 'settled'])))
    .all();
  const present = new Set(accepted.map(({ number }) => number));
  const highest = accepted.reduce((most, { number }) => Math.max(most, number), 0);
  const missing: number[] = [];
  for (let number = lowest?.number ?? 1; number < highest && missing.length < MAX_MISSING_NAMED; number += 1) {
    if (!present.has(number)) missing.push(number);
  }
  return missing;
}
