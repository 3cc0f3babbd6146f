import type { ErrorCode } from '../../src/domain/errors.ts';
import type { TextParams } from '../../src/domain/text-code.ts';

/** One row of the tables of deliveries that are refused as a whole. */
export interface BadFile {
  readonly what: string;
  /** The bytes as they come; a function where they come in a way of their own. */
  readonly bytes: Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** The text of `<name>.sha256`; left out: there is none. */
  readonly sideFile?: string;
  readonly code: ErrorCode;
  /** Every fault of the header, as `CODE field`, in order; no field when it could not be read as one. */
  readonly faults?: readonly string[];
  /** What the sentence says besides. */
  readonly params?: TextParams;
}

/** A source that ends before its time. */
export async function* brokenOff(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error('connection reset');
}
