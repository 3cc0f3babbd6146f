import type { QuarantinedDelivery } from '../domain/delivery.ts';

/** From this share (0–1) on it is not the odd bad line but the form of the delivery. Own estimate, not measured. */
const LARGE_SHARE = 0.5;
/** Of fewer lines a share says little, unless it is all of them. Own estimate, not measured. */
const FEWEST_LINES = 5;

/** Whether so much of a delivery was quarantined that its form may have changed at the source. */
export function isMostlyQuarantined({
  quarantined,
  entries,
}: Pick<QuarantinedDelivery, 'quarantined' | 'entries'>): boolean {
  return quarantined >= entries || (quarantined >= FEWEST_LINES && quarantined >= LARGE_SHARE * entries);
}
