import type { ErrorCode } from '../domain/errors.ts';
import type { PersonnelNumber } from '../domain/ids.ts';
import type { QuarantineCode } from '../domain/ledger.ts';
import type { RegisterRow } from '../domain/subject.ts';
import type { TextParams } from '../domain/text-code.ts';

/** Why a row of the register was left out. `DUPLICATE_ID`: an earlier row has the same `officer_id`. */
export type RowCode = QuarantineCode | 'DUPLICATE_ID';

export interface RowReason {
  readonly code: RowCode;
  /** A column of the contract, never a value; null when the row could not be read at all. */
  readonly field: string | null;
}

/** What the contract lets us assume where a row is blank, by wire column: E, `officer`, `standaard` and `BO`. */
export const ASSUMPTIONS = ['naamgebruik', 'soort', 'functieklasse', 'regime'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** Whether the BSN of a row can serve as a key. An unusable one is kept as written and never used. */
export type RowBsn = 'usable' | 'unusable' | 'absent';

export interface AcceptedRow {
  readonly kind: 'row';
  /** Line of the file on which the row ends, 1 = the first (in CSV the header). */
  readonly line: number;
  readonly row: RegisterRow;
  readonly assumed: readonly Assumption[];
  readonly bsn: RowBsn;
}

export interface RejectedRow {
  readonly kind: 'rejected';
  readonly line: number;
  /** Whose row it was, when it shows that: somebody whose row is faulty has not left. Personal data, not for logs. */
  readonly personnelNumber: PersonnelNumber | null;
  readonly reasons: readonly RowReason[];
}

export type RegisterLine = AcceptedRow | RejectedRow;

/** Why nothing of a register file may be applied. Always the last; what was yielded before must be thrown away. */
export interface RefusedRegister {
  readonly kind: 'refused';
  readonly code: Extract<ErrorCode, 'REGISTER_UNREADABLE'>;
  /** `cause`, and where it can be said `line` or `column`. Nothing personal. */
  readonly params: TextParams;
}
