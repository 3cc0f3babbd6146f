import { type CsvError, parse } from 'csv-parse/sync';
import { FIRST_DAY, LAST_DAY } from '../domain/calendar-date.ts';
import { COLUMNS, parseRow } from './catalogue-row.ts';
import type { Parsed, TableFault } from './faults.ts';
import { type Catalogue, keyOf, type Offence, type QualifyingProvision } from './offence.ts';

const FILE = 'offences.csv';

/** Reads `offences.csv` (`,` or `;`, so that a spreadsheet may save it). Pure; collects every fault with its line. */
export function parseCatalogue(text: string): Parsed<Catalogue> {
  const lines = readLines(text);
  if (lines.kind === 'invalid') return lines;
  const faults: TableFault[] = [];
  const offences = new Map<string, Offence[]>();
  const qualifiers = new Map<string, QualifyingProvision[]>();
  for (const { line, record } of lines.value) {
    const row = parseRow(record);
    const problems = isRow(row) ? overlaps(row, place(row, offences, qualifiers)) : row;
    faults.push(...problems.map((problem) => ({ file: FILE, place: `line ${line}`, problem })));
  }
  if (offences.size === 0) faults.push({ file: FILE, place: '', problem: 'holds no valid offence' });
  return faults.length > 0 ? { kind: 'invalid', faults } : { kind: 'valid', value: { offences, qualifiers } };
}

type Row = Offence | QualifyingProvision;

function isRow(row: Row | readonly string[]): row is Row {
  return !Array.isArray(row);
}

/** Puts the row among those of its article and answers which were there before. */
function place(
  row: Row,
  offences: Map<string, Offence[]>,
  qualifiers: Map<string, QualifyingProvision[]>,
): readonly Row[] {
  const key = keyOf(row);
  const before: readonly Row[] = [...(offences.get(key) ?? []), ...(qualifiers.get(key) ?? [])];
  if (row.role === 'offence') offences.set(key, [...(offences.get(key) ?? []), row]);
  else qualifiers.set(key, [...(qualifiers.get(key) ?? []), row]);
  return before;
}

/** Two rows for the same provision on the same day: nobody could say which one counts. */
function overlaps(row: Row, others: readonly Row[]): readonly string[] {
  const clash = others.some(
    (other) =>
      other.paragraph === row.paragraph &&
      other.subparagraph === row.subparagraph &&
      (other.validFrom ?? FIRST_DAY) <= (row.validUntil ?? LAST_DAY) &&
      (row.validFrom ?? FIRST_DAY) <= (other.validUntil ?? LAST_DAY),
  );
  return clash ? ['another row has the same law, article, paragraph and subparagraph on some of the same days'] : [];
}

interface Line {
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
}

function readLines(text: string): Parsed<readonly Line[]> {
  const rows = readCells(text);
  if (rows.kind === 'invalid') return rows;
  const [header, ...body] = rows.value;
  const wrong = COLUMNS.filter((column) => !header?.cells.includes(column)).map(
    (column) => `column ${column} is missing`,
  );
  const unknown = (header?.cells ?? [])
    .filter((cell) => !COLUMNS.includes(cell))
    .map((cell) => `unknown column ${cell}`);
  const faults: TableFault[] = [...wrong, ...unknown].map((problem) => ({ file: FILE, place: 'line 1', problem }));
  const names = header?.cells ?? [];
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
    const line = (error as CsvError & { readonly lines?: number }).lines ?? '?';
    return { kind: 'invalid', faults: [{ file: FILE, place: `line ${line}`, problem: 'a quote is not closed' }] };
  }
}
