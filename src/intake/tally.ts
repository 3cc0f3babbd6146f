import type { DeliveryHeader } from '../domain/delivery.ts';
import { type CompleteDelivery, type ReceivedLine, type RefusedDelivery, refused } from './delivery-event.ts';

/**
 * How much later than its delivery a message may say it is: clocks differ, and zones are mistaken. One from years ahead
 * would be the truth of its case until then, whatever came after it.
 */
const CLOCK_SLACK_MS = 24 * 60 * 60 * 1000;

/** Counts the lines of a delivery and holds them against its header. */
export class Tally {
  readonly #header: DeliveryHeader;
  #lines = 0;
  #unknownKeys = 0;

  constructor(header: DeliveryHeader) {
    this.#header = header;
  }

  /**
   * The line as it is to be kept; a message that was written after the delivery was is quarantined. Null for the first
   * line beyond `aantal`: the delivery is refused, and reading on would only cost time.
   */
  take(received: ReceivedLine): ReceivedLine | null {
    this.#lines++;
    if (this.#lines > this.#header.entryCount) return null;
    if (received.kind === 'quarantined') return received;
    this.#unknownKeys += received.unknownKeys;
    const { line, entry, bytes } = received;
    if (entry.occurredAt <= this.#header.createdAt + CLOCK_SLACK_MS) return received;
    const reasons = [{ code: 'IMPOSSIBLE_DATE', field: 'tijdstip' }] as const;
    return { kind: 'quarantined', line, messageId: entry.messageId, reasons, bytes };
  }

  addUnknownKeys(count: number): void {
    this.#unknownKeys += count;
  }

  /** The count is judged first: it says more than "something is different". */
  verdict(sha256: string): CompleteDelivery | RefusedDelivery {
    const { entryCount: expected } = this.#header;
    if (this.#lines !== expected) return refused('COUNT_MISMATCH', { expected, received: this.#lines });
    if (sha256 !== this.#header.sha256) return refused('CHECKSUM_MISMATCH', {});
    return { kind: 'complete', lines: this.#lines, unknownKeys: this.#unknownKeys };
  }
}
