import { ScreeningError } from '../domain/errors.ts';

/** Something wrong in a table, for the person who edits it. */
export interface TableFault {
  /** `offences.csv` or `policy.json`. */
  readonly file: string;
  /** "line 12" or a path such as `table.T1.D2`; empty for the file as a whole. */
  readonly place: string;
  /** What was expected there, in English; never a value of a person, tables hold none. */
  readonly problem: string;
}

/** A table that was read, or every fault in it. */
export type Parsed<T> =
  | { readonly kind: 'valid'; readonly value: T }
  | { readonly kind: 'invalid'; readonly faults: readonly TableFault[] };

/** @throws ScreeningError TABLE_INVALID with `table`, and all faults as `problem`. */
export function requireValid<T>(parsed: Parsed<T>): T {
  if (parsed.kind === 'valid') return parsed.value;
  const problem = parsed.faults.map((fault) => `${fault.file} ${fault.place}: ${fault.problem}`).join('; ');
  const table = [...new Set(parsed.faults.map((fault) => fault.file))].join(', ');
  throw new ScreeningError('TABLE_INVALID', { table, problem });
}
