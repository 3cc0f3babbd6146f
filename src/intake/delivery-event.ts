import type { DeliveryHeader } from '../domain/delivery.ts';
import type { Entry } from '../domain/entry.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { MessageId } from '../domain/ids.ts';
import type { QuarantineReason } from '../domain/ledger.ts';
import type { TextParams } from '../domain/text-code.ts';

/** A line that is a valid entry. */
export interface EntryLine {
  readonly kind: 'entry';
  /** 1 = the first line after the header, or the first `bericht`. */
  readonly line: number;
  readonly entry: Entry;
  /** The line as it came, without its line break; in XML the message in its JSON form. */
  readonly bytes: Uint8Array;
  /** Keys that the contract does not know: counted, never kept. */
  readonly unknownKeys: number;
}

/** A line that cannot be read as an entry. The delivery goes on without it. */
export interface QuarantinedLine {
  readonly kind: 'quarantined';
  readonly line: number;
  /** Null when the line does not show a valid one. */
  readonly messageId: MessageId | null;
  /** At least one; at most `MAX_REASONS`. */
  readonly reasons: readonly QuarantineReason[];
  /** As `EntryLine.bytes`; of a line that is `TOO_LONG` only the first `maxLineBytes`. */
  readonly bytes: Uint8Array;
}

export type ReceivedLine = EntryLine | QuarantinedLine;

/** Why nothing of a delivery may stay. Always the last event. */
export interface RefusedDelivery {
  readonly kind: 'refused';
  readonly code: Extract<ErrorCode, 'HEADER_INVALID' | 'CHECKSUM_MISMATCH' | 'COUNT_MISMATCH' | 'DELIVERY_UNREADABLE'>;
  /** Every fault of the header; empty for the other codes. */
  readonly reasons: readonly QuarantineReason[];
  /** Figures and words for the sentence: `expected`, `received`, `cause`. Nothing personal. */
  readonly params: TextParams;
}

/** The header's count and checksum were found true. Always the last event. */
export interface CompleteDelivery {
  readonly kind: 'complete';
  readonly lines: number;
  readonly unknownKeys: number;
}

/**
 * What reading a delivery yields, in this order: the header, every line, then `complete`. `refused` can take the place
 * of any of them and is then the last: what was yielded before must be thrown away.
 */
export type DeliveryEvent =
  | { readonly kind: 'header'; readonly header: DeliveryHeader }
  | ReceivedLine
  | CompleteDelivery
  | RefusedDelivery;

/** A refusal without faults of fields. */
export function refused(code: RefusedDelivery['code'], params: TextParams): RefusedDelivery {
  return { kind: 'refused', code, reasons: [], params };
}
