import { createHash, type Hash } from 'node:crypto';
import type { DeliveryHeader } from '../domain/delivery.ts';
import { decodeText } from './decode-text.ts';
import type { DeliveryEvent, RefusedDelivery } from './delivery-event.ts';
import { parseHeader } from './header-schema.ts';
import { Tally } from './tally.ts';
import { HEADER_SHAPE } from './wire-shape.ts';
import { XmlDeliveryParser, type XmlPart } from './xml-parser.ts';

/** The checksum is the first word of a side file, as `sha256sum` writes it. */
function checksumIn(sideFile: string | null): string | undefined {
  return sideFile?.trim().split(/\s+/, 1)[0];
}

function readHeader(
  attributes: Readonly<Record<string, string>> | null,
  sideFile: string | null,
): { readonly kind: 'header'; readonly header: DeliveryHeader } | RefusedDelivery {
  const values = Object.entries(attributes ?? {}).map(([name, text]): [string, unknown] => {
    const isNumber = HEADER_SHAPE.keys[name] === 'number' && /^\d+$/.test(text);
    return [name, isNumber ? Number(text) : text];
  });
  const wire = { ...Object.fromEntries(values), sha256: checksumIn(sideFile) };
  const parsed = attributes === null ? null : parseHeader(wire);
  if (parsed?.kind === 'header') return parsed;
  const reasons = parsed?.reasons ?? [{ code: 'UNREADABLE', field: null }];
  return { kind: 'refused', code: 'HEADER_INVALID', reasons, params: {} };
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Parts as they are completed; at the end of the bytes the document must be at its own. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>, maxLineBytes: number): AsyncGenerator<XmlPart> {
  const parser = new XmlDeliveryParser(maxLineBytes);
  for await (const text of decodeText(bytes)) yield* parser.write(text);
  yield* parser.end();
}

/**
 * Reads a delivery in XML from bytes that are no longer compressed. The checksum is over all of them, since a header
 * inside the document cannot hold its own. XML that is not well-formed refuses the delivery: nobody can say where its
 * next message would start.
 * @param sideFile the text of `<name>.sha256`; null when there is none, which refuses the delivery.
 * @throws UnreadableFile
 */
export async function* readXmlDelivery(
  bytes: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
  sideFile: string | null,
): AsyncGenerator<DeliveryEvent> {
  const hash = createHash('sha256');
  let tally = null as Tally | null;
  for await (const part of partsOf(hashed(bytes, hash), maxLineBytes)) {
    if (part.kind === 'root') {
      const opened = readHeader(part.attributes, sideFile);
      yield opened;
      if (opened.kind === 'refused') return;
      tally = new Tally(opened.header);
    } else if (part.kind === 'unknown') {
      tally?.addUnknownKeys(1);
    } else {
      const taken = tally?.take(part.received) ?? null;
      if (taken === null) break;
      yield taken;
    }
  }
  if (tally !== null) yield tally.verdict(hash.digest('hex'));
}
