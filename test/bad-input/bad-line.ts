import type { QuarantineCode } from '../../src/domain/ledger.ts';
import type { Wire } from '../intake/wire.ts';

/** One row of the tables of bad lines. */
export interface BadLine {
  readonly what: string;
  readonly line: string | Uint8Array;
  /** Every reason expected, as `CODE field`, in order; no field for a line that could not be read. */
  readonly reasons: readonly (QuarantineCode | `${QuarantineCode} ${string}`)[];
  /** What the quarantine may show; null when the line shows no valid message id. Left out: that of `message()`. */
  readonly messageId?: string | null;
}

export function without(value: Wire, key: string): Wire {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
