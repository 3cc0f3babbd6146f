import type { DeliveryRef } from '../domain/delivery.ts';

/** A settled delivery of which lines were quarantined as they came, so that nothing was made of them. */
export interface QuarantinedDelivery extends DeliveryRef {
  /** Lines, 1 or more; those that could be read and yet not be screened left out, which have an alarm of their own. */
  readonly quarantined: number;
  /** Lines of the whole delivery. */
  readonly entries: number;
}

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
