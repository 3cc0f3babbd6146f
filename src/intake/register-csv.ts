import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decodeText } from './decode-text.ts';
import type { RegisterRecord } from './register-record.ts';
import { REQUIRED_COLUMNS } from './register-row.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What `csv-parse` yields with `info`. */
interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The delimiter that the header line has more of. No column of the contract contains either. */
function delimiterOf(headerLine: string): ',' | ';' {
  return headerLine.split(';').length > headerLine.split(',').length ? ';' : ',';
}

/** The text up to the first line break, and all of it from the start. */
async function withHeaderLine(
  text: AsyncIterator<string>,
  maxLength: number,
): Promise<{ readonly headerLine: string; readonly text: AsyncIterable<string> }> {
  let start = '';
  while (!/[\r\n]/.test(start)) {
    const next = await text.next();
    if (next.done === true) break;
    start += next.value;
    if (start.length > maxLength) break;
  }
  async function* all(): AsyncGenerator<string> {
    try {
      yield start;
      for (let next = await text.next(); next.done !== true; next = await text.next()) yield next.value;
    } finally {
      await text.return?.();
    }
  }
  return { headerLine: start.split(/[\r\n]/, 1)[0] ?? '', text: all() };
}

function checkedColumns(record: readonly string[]): readonly string[] {
  const columns = record.map((column) => column.trim());
  if (new Set(columns).size < columns.length) throw new UnreadableFile('csv_header', { line: 1 });
  const missing = REQUIRED_COLUMNS.find((column) => !columns.includes(column));
  if (missing !== undefined) throw new UnreadableFile('missing_column', { column: missing });
  return columns;
}

function cellsOf(columns: readonly string[], record: readonly string[]): object {
  const cells = columns.map((column, index): [string, string] => [column, record[index]?.trim() ?? '']);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
}

function csvError(error: unknown): unknown {
  const isCsvFault = typeof error === 'object' && error !== null && 'code' in error && 'lines' in error;
  return isCsvFault ? new UnreadableFile('csv', { line: Number(error.lines) }, { cause: error }) : error;
}

/**
 * Reads CSV (RFC 4180, `,` or `;`) row by row. A row with more or fewer cells than the header is unreadable by itself.
 * @throws UnreadableFile when the header lacks a column, or quotes are such that nobody can say where a row ends.
 */
export async function* readCsvRecords(
  bytes: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<RegisterRecord> {
  const opened = await withHeaderLine(decodeText(bytes), maxLineBytes);
  const parser = parse({
    delimiter: delimiterOf(opened.headerLine),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxLineBytes,
  });
  // The iterator below reports every error; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(opened.text), parser, () => {});
  let columns: readonly string[] | null = null;
  try {
    for await (const { info, record } of parser as AsyncIterable<CsvRecord>) {
      if (columns === null) columns = checkedColumns(record);
      else if (record.length !== columns.length) yield { kind: 'unreadable', line: info.lines, code: 'UNREADABLE' };
      else yield { kind: 'cells', line: info.lines, cells: cellsOf(columns, record), duplicates: [] };
    }
  } catch (error) {
    throw csvError(error);
  }
  if (columns === null) throw new UnreadableFile('csv_header', { line: 1 });
}
