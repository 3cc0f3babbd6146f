import { ScreeningError } from '../../src/domain/errors.ts';

/** The texts of the files in `matching/data`, by file name. */
export type TableTexts = Readonly<Record<string, string>>;

/**
 * The lines of a tab-separated table without its comments (`#`).
 * @throws ScreeningError TABLE_INVALID when the file is missing or a line has fewer than `columns` fields.
 */
export function tableRows(tables: TableTexts, table: string, columns: number): readonly (readonly string[])[] {
  const text = tables[table];
  if (text === undefined) throw new ScreeningError('TABLE_INVALID', { table, problem: 'missing' });
  const rows: string[][] = [];
  text.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    const row = line.split('\t').map((field) => field.trim());
    if (row.length < columns) throw new ScreeningError('TABLE_INVALID', { table, problem: `line ${index + 1}` });
    rows.push(row);
  });
  return rows;
}

/**
 * A number of zero or more in a table.
 * @throws ScreeningError TABLE_INVALID
 */
export function tableNumber(table: string, text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text === '' || !(value >= 0)) {
    throw new ScreeningError('TABLE_INVALID', { table, problem: `not a number: ${text}` });
  }
  return value;
}
