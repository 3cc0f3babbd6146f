import type { RowCode, RowReason } from './register-line.ts';

/** One row as a wire format gives it, before anything about it is checked. Blank cells are left out. */
export type RegisterRecord =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: object; readonly duplicates: readonly RowReason[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly code: RowCode };
