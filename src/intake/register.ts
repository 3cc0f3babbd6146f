import type { PersonnelNumber } from '../domain/ids.ts';
import { plainBytes } from './inflate.ts';
import type { IntakeLimits } from './limits.ts';
import { peek } from './peek.ts';
import { readCsvRecords } from './register-csv.ts';
import type { RefusedRegister, RegisterLine } from './register-line.ts';
import { readNdjsonRecords } from './register-ndjson.ts';
import type { RegisterRecord } from './register-record.ts';
import { parseRegisterRow } from './register-row.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A byte order mark and the first character behind it. */
const START_BYTES = 4;

async function* recordsOf(bytes: AsyncIterable<Uint8Array>, limits: IntakeLimits): AsyncGenerator<RegisterRecord> {
  const opened = await peek(plainBytes(bytes, limits), START_BYTES);
  const start = new TextDecoder().decode(opened.start);
  const read = start.startsWith('{') ? readNdjsonRecords : readCsvRecords;
  yield* read(opened.bytes, limits.maxLineBytes);
}

function checkRecord(record: RegisterRecord, seen: Set<PersonnelNumber>): RegisterLine {
  const { line } = record;
  if (record.kind === 'unreadable') {
    return { kind: 'rejected', line, personnelNumber: null, reasons: [{ code: record.code, field: null }] };
  }
  const parsed = parseRegisterRow(record.cells);
  const number = parsed.kind === 'row' ? parsed.row.personnelNumber : parsed.personnelNumber;
  const again = number !== null && seen.has(number);
  if (number !== null) seen.add(number);
  const reasons = [
    ...record.duplicates,
    ...(again ? [{ code: 'DUPLICATE_ID', field: 'officer_id' } as const] : []),
    ...(parsed.kind === 'rejected' ? parsed.reasons : []),
  ];
  if (parsed.kind === 'row' && reasons.length === 0) return { ...parsed, line };
  return { kind: 'rejected', line, personnelNumber: number, reasons };
}

/**
 * Reads a register file row by row: CSV or NDJSON, gzipped or not. Of two rows with one `officer_id` the second is
 * rejected, also when the first was. Errors of the source itself are thrown as they came.
 */
export async function* readRegister(
  bytes: AsyncIterable<Uint8Array>,
  limits: IntakeLimits,
): AsyncGenerator<RegisterLine | RefusedRegister> {
  const seen = new Set<PersonnelNumber>();
  try {
    for await (const record of recordsOf(bytes, limits)) yield checkRecord(record, seen);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { kind: 'refused', code: 'REGISTER_UNREADABLE', params: { ...error.params } };
  }
}
