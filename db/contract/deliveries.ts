import type { Access } from '../../src/domain/access.ts';
import type { DeliveryHeader, DeliveryStatus, Outcome } from '../../src/domain/delivery.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import type { ChunkId, DeliveryId, DeliveryKey, EpochMs, MessageId } from '../../src/domain/ids.ts';
import type { QuarantineReason, ReasonCode } from '../../src/domain/ledger.ts';

/** One line on its way in. The Store seals the entry and keeps only keyed hashes of content and case number. */
export type LineToStore =
  | { readonly kind: 'entry'; readonly line: number; readonly entry: Entry }
  | {
      readonly kind: 'quarantined';
      readonly line: number;
      readonly messageId: MessageId | null;
      readonly reasons: readonly QuarantineReason[];
      /** The line as it came (or as much of it as was read); only its keyed hash is kept. */
      readonly bytes: Uint8Array;
    };

export type OpenedDelivery =
  /** Rows may be appended under this key, which no earlier, broken-off receipt of the same delivery has. */
  | { readonly kind: 'opened'; readonly deliveryKey: DeliveryKey }
  /** The same header was accepted before: nothing to do. */
  | { readonly kind: 'duplicate'; readonly status: DeliveryStatus }
  /** Sender and id are known with another checksum, count or sequence number. */
  | { readonly kind: 'conflict'; readonly status: DeliveryStatus }
  /** Somebody else is receiving it and was heard of within `staleAfterMs`. */
  | { readonly kind: 'in_progress' };

export interface FinalisedDelivery {
  readonly chunkIds: readonly ChunkId[];
  /**
   * Sequence numbers of this sender that were not accepted, from the lowest that it ever opened a delivery with up to
   * the highest that was accepted, in order; at most 100 are named.
   */
  readonly missingSequenceNumbers: readonly number[];
}

/** Which deliveries to list; newest first. */
export interface DeliveryFilter {
  readonly limit: number;
  readonly before?: EpochMs;
}

/** A quarantined line as operators see it: position and reasons, no content. */
export interface QuarantinedLine {
  readonly deliveryKey: DeliveryKey;
  readonly line: number;
  readonly messageId: MessageId | null;
  readonly reasons: readonly QuarantineReason[];
}

/** What became of one line. */
export interface LineOutcome {
  readonly line: number;
  /** Null while it waits to be screened. */
  readonly outcome: Outcome | null;
  readonly reason: ReasonCode | null;
}

/** How deliveries come in. A delivery is `receiving` until it is finalised or refused; nobody screens it before. */
export interface DeliveryStore {
  /** A refused or stale `receiving` delivery of the same id is replaced: its rows are deleted first. */
  openDelivery(access: Access, header: DeliveryHeader, at: EpochMs, staleAfterMs: number): Promise<OpenedDelivery>;
  /** Resolves to false, writing nothing, when the delivery is no longer `receiving` under this key. */
  appendLines(access: Access, deliveryKey: DeliveryKey, lines: readonly LineToStore[], at: EpochMs): Promise<boolean>;
  /**
   * Makes the lines screenable in chunks of `chunkSize` and demands today's register version. Lines whose message id
   * came before, in an earlier line or in another finalised delivery, get their outcome here, so that it does not hang
   * on which worker is first: superseded (`repeat`) with the same content, quarantined (`VERSION_CONFLICT`) with other
   * content. Quarantined lines do not count as having come before. Null: see `appendLines`.
   */
  finaliseDelivery(
    access: Access,
    deliveryKey: DeliveryKey,
    chunkSize: number,
    at: EpochMs,
  ): Promise<FinalisedDelivery | null>;
  /** Deletes every row of a `receiving` delivery and keeps its header with the code. */
  refuseDelivery(access: Access, deliveryKey: DeliveryKey, code: ErrorCode, at: EpochMs): Promise<void>;
  /** Closes a delivery none of whose lines lacks an outcome; false when some still do or it was closed before. */
  settleDelivery(access: Access, deliveryKey: DeliveryKey, at: EpochMs): Promise<boolean>;
  /** Marks a delivery that is being screened with the code of a failure that a person must know of. It stays. */
  markDelivery(access: Access, deliveryKey: DeliveryKey, code: ErrorCode): Promise<void>;
  deliveryStatus(access: Access, deliveryKey: DeliveryKey): Promise<DeliveryStatus | null>;
  findDelivery(access: Access, sender: string, deliveryId: DeliveryId): Promise<DeliveryStatus | null>;
  listDeliveries(access: Access, filter: DeliveryFilter): Promise<readonly DeliveryStatus[]>;
  /** The ends of the lines asked for; a line that does not exist is left out. */
  lineOutcomes(access: Access, deliveryKey: DeliveryKey, lines: readonly number[]): Promise<readonly LineOutcome[]>;
  listQuarantine(access: Access, deliveryKey: DeliveryKey, limit: number): Promise<readonly QuarantinedLine[]>;
}
