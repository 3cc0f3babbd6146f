import type { DeliveryHeader } from '../domain/delivery.ts';
import { type CompleteDelivery, type ReceivedLine, type RefusedDelivery, refused } from './delivery-event.ts';

/** Counts the lines of a delivery and holds them against its header. */
export class Tally {
  readonly #header: DeliveryHeader;
  #lines = 0;
  #unknownKeys = 0;

  constructor(header: DeliveryHeader) {
    this.#header = header;
  }

  /** False for the first line beyond `aantal`: the delivery is refused, and reading on would only cost time. */
  add(line: ReceivedLine): boolean {
    this.#lines++;
    if (line.kind === 'entry') this.#unknownKeys += line.unknownKeys;
    return this.#lines <= this.#header.entryCount;
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
