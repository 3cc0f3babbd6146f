import { FIRST_DAY, LAST_DAY } from '../domain/calendar-date.ts';
import { readLines } from './catalogue-lines.ts';
import { parseRow } from './catalogue-row.ts';
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
