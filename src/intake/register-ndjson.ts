import { decodeUtf8, readJsonLine } from './json-line.ts';
import type { RegisterRecord } from './register-record.ts';
import { registerRowSchema } from './register-row.ts';
import { type RawLine, splitLines } from './split-lines.ts';
import type { ObjectShape } from './wire-shape.ts';

const ROW_SHAPE: ObjectShape = {
  keys: Object.fromEntries(Object.keys(registerRowSchema.shape).map((column) => [column, 'text'])),
};

function isBlank(cell: unknown): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function readRecord(raw: RawLine, line: number): RegisterRecord {
  if (raw.tooLong) return { kind: 'unreadable', line, code: 'TOO_LONG' };
  const text = decodeUtf8(raw.bytes);
  const json = text === null ? null : readJsonLine(line === 1 ? text.replace(/^\uFEFF/, '') : text, ROW_SHAPE);
  if (json === null || json.kind === 'unreadable') return { kind: 'unreadable', line, code: 'UNREADABLE' };
  const cells = Object.fromEntries(Object.entries(json.value).filter(([, cell]) => !isBlank(cell)));
  return { kind: 'cells', line, cells, duplicates: json.duplicates };
}

/** Reads NDJSON with the columns of the contract as keys; empty lines are passed over, as they are in CSV. */
export async function* readNdjsonRecords(
  bytes: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<RegisterRecord> {
  let line = 0;
  for await (const raw of splitLines(bytes, maxLineBytes, () => {})) {
    line++;
    if (raw.bytes.length > 0) yield readRecord(raw, line);
  }
}
