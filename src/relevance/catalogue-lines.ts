import { CsvError, parse } from 'csv-parse/sync';
import { COLUMNS } from './catalogue-row.ts';
import type { Parsed, TableFault } from './faults.ts';

const FILE = 'offences.csv';

/** One row of the file under its column names. */
export interface Line {
  /** As an editor counts them; the header is line 1. */
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
}

/** The file as rows with named cells, or what is wrong with its shape. */
export function readLines(text: string): Parsed<readonly Line[]> {
  const rows = readCells(text);
  if (rows.kind === 'invalid') return rows;
  const [header, ...body] = rows.value;
  const names = header?.cells ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column)).map((column) => `column ${column} is missing`);
  const unknown = names.filter((name) => !COLUMNS.includes(name)).map((name) => `unknown column ${name}`);
  const faults: TableFault[] = [...missing, ...unknown].map((problem) => ({ file: FILE, place: 'line 1', problem }));
  for (const { line, cells } of body) {
    if (cells.length === names.length) continue;
    faults.push({ file: FILE, place: `line ${line}`, problem: `has ${cells.length} cells instead of ${names.length}` });
  }
  if (faults.length > 0) return { kind: 'invalid', faults };
  const record = (cells: readonly string[]): Line['record'] =>
    Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  return { kind: 'valid', value: body.map(({ line, cells }) => ({ line, record: record(cells) })) };
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

function readCells(text: string): Parsed<readonly Cells[]> {
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  const options = { bom: true, delimiter, info: true, relax_column_count: true, trim: true };
  try {
    const rows = parse(text, { ...options, skip_empty_lines: true }) as unknown as {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return { kind: 'valid', value: rows.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem = 'from here on the quotes do not match';
    return { kind: 'invalid', faults: [{ file: FILE, place: `line ${Number(error['lines'])}`, problem }] };
  }
}
