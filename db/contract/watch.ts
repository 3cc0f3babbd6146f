import type { Access } from '../../src/domain/access.ts';
import type { DeliveryRef, QuarantinedDelivery } from '../../src/domain/delivery.ts';
import type { DeliveryId, EpochMs, MessageId } from '../../src/domain/ids.ts';

/** What the alarms are judged by. Ids, codes and counts only. */
export interface WatchFigures {
  /** When the delivery of the oldest line without an outcome began to come in; null when there is none. */
  readonly oldestUnscreenedAt: EpochMs | null;
  /** When the oldest task that is neither closed nor withdrawn was made; null when there is none. */
  readonly oldestOpenTaskAt: EpochMs | null;
  /** Senders with sequence numbers that were not accepted; see `FinalisedDelivery.missingSequenceNumbers`. */
  readonly gaps: readonly { readonly sender: string; readonly missing: readonly number[] }[];
  /** Refused deliveries whose sequence number was not accepted from their sender under any id. */
  readonly refused: readonly { readonly sender: string; readonly deliveryId: DeliveryId; readonly code: string }[];
  /** Deliveries with a line quarantined as `POISON` whose message did not come again in a line that could be read. */
  readonly poisoned: readonly DeliveryRef[];
  /**
   * Settled deliveries of real senders with a line quarantined for anything but `POISON`: how many of those, and how
   * many lines there are in all. Whoever is screened anew does not take a delivery out of them.
   */
  readonly quarantined: readonly QuarantinedDelivery[];
  /** The lines of the delivery of `CANARY_SENDER` that was settled last; `found`: it is `tasked`. */
  readonly canaries: readonly { readonly messageId: MessageId; readonly found: boolean }[];
  /** When that delivery was settled; null when none was. */
  readonly canariesSettledAt: EpochMs | null;
  /** When the oldest accepted delivery of `CANARY_SENDER` that is not settled came in; null when there is none. */
  readonly canariesWaitingSince: EpochMs | null;
  /** Accepted deliveries of real senders: when they were finalised, and how many lines their header promised. */
  readonly taken: readonly { readonly at: EpochMs; readonly entries: number }[];
  /** When the first delivery ever was finalised, also when that was before `takenSince`; null when none was. */
  readonly firstTakenAt: EpochMs | null;
}

/** For the rules over figures. */
export interface WatchStore {
  /** @param takenSince leaves deliveries that were finalised earlier out of `taken` and `quarantined` */
  readWatchFigures(access: Access, takenSince: EpochMs): Promise<WatchFigures>;
}
