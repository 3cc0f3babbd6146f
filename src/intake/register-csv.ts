import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decodeText } from './decode-text.ts';
import { peek } from './peek.ts';
import type { RegisterRecord } from './register-record.ts';
import { REQUIRED_COLUMNS } from './register-row.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What `csv-parse` yields with `info`. */
interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The columns of the contract make a header line of 350 bytes. */
const HEADER_BYTES = 4_096;

/** The delimiter that the header line has more of. No column of the contract contains either. */
function delimiterOf(start: Uint8Array): ',' | ';' {
  const [headerLine = ''] = new TextDecoder().decode(start).split(/[\r\n]/, 1);
  return headerLine.split(';').length > headerLine.split(',').length ? ';' : ',';
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
  const opened = await peek(bytes, HEADER_BYTES);
  const parser = parse({
    delimiter: delimiterOf(opened.start),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxLineBytes,
  });
  // The iterator below reports every error; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(decodeText(opened.bytes)), parser, () => {});
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
