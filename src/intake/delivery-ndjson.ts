import { createHash } from 'node:crypto';
import type { DeliveryHeader } from '../domain/delivery.ts';
import type { QuarantineCode } from '../domain/ledger.ts';
import { type DeliveryEvent, type ReceivedLine, type RefusedDelivery, refused } from './delivery-event.ts';
import { parseHeader } from './header-schema.ts';
import { decodeUtf8, readJsonLine } from './json-line.ts';
import { parseEntry } from './parse-entry.ts';
import { type RawLine, splitLines } from './split-lines.ts';
import { Tally } from './tally.ts';
import { ENTRY_SHAPE, HEADER_SHAPE } from './wire-shape.ts';

function badHeader(code: QuarantineCode): RefusedDelivery {
  return { kind: 'refused', code: 'HEADER_INVALID', reasons: [{ code, field: null }], params: {} };
}

function readHeader(raw: RawLine): { readonly kind: 'header'; readonly header: DeliveryHeader } | RefusedDelivery {
  if (raw.tooLong) return badHeader('TOO_LONG');
  const text = decodeUtf8(raw.bytes);
  if (text === null) return refused('DELIVERY_UNREADABLE', { cause: 'encoding' });
  const line = readJsonLine(text.replace(/^\uFEFF/, ''), HEADER_SHAPE);
  if (line.kind === 'unreadable') return badHeader('UNREADABLE');
  const parsed = parseHeader(line.value);
  const faults = parsed.kind === 'invalid' ? parsed.reasons : [];
  if (parsed.kind === 'header' && line.duplicates.length === 0) return parsed;
  return { kind: 'refused', code: 'HEADER_INVALID', reasons: [...line.duplicates, ...faults], params: {} };
}

function readEntry(raw: RawLine, line: number): ReceivedLine {
  const { bytes } = raw;
  const unread = (code: QuarantineCode): ReceivedLine => {
    return { kind: 'quarantined', line, messageId: null, reasons: [{ code, field: null }], bytes };
  };
  if (raw.tooLong) return unread('TOO_LONG');
  const text = decodeUtf8(bytes);
  const json = text === null ? null : readJsonLine(text, ENTRY_SHAPE);
  if (json === null || json.kind === 'unreadable') return unread('UNREADABLE');
  return { ...parseEntry(json.value, json.duplicates), line, bytes };
}

/** Every line with its number; empty lines only when another line follows, so that a file may end in several breaks. */
async function* numberedLines(raws: AsyncIterator<RawLine>): AsyncGenerator<ReceivedLine> {
  const empty: RawLine = { bytes: new Uint8Array(0), tooLong: false };
  let line = 0;
  let held = 0;
  for (let next = await raws.next(); next.done !== true; next = await raws.next()) {
    if (next.value.bytes.length === 0) {
      held++;
      continue;
    }
    for (; held > 0; held--) yield readEntry(empty, ++line);
    yield readEntry(next.value, ++line);
  }
}

/**
 * Reads a delivery in NDJSON from bytes that are no longer compressed. An empty line between others is a line: it
 * counts for `aantal` and is quarantined as `UNREADABLE`. The reading stops at the first line beyond `aantal`.
 */
export async function* readNdjsonDelivery(
  bytes: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<DeliveryEvent> {
  const hash = createHash('sha256');
  const raws = splitLines(bytes, maxLineBytes, (body) => hash.update(body));
  try {
    const first = await raws.next();
    const opened = first.done === true ? badHeader('UNREADABLE') : readHeader(first.value);
    yield opened;
    if (opened.kind === 'refused') return;
    const tally = new Tally(opened.header);
    for await (const received of numberedLines(raws)) {
      const taken = tally.take(received);
      if (taken === null) break;
      yield taken;
    }
    yield tally.verdict(hash.digest('hex'));
  } finally {
    await raws.return(undefined);
  }
}
