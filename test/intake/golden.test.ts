import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { xmlDelivery } from '../../fixtures/wire/delivery-files.ts';
import { csvRegister, ndjsonRegister, type WireRow } from '../../fixtures/wire/register-files.ts';
import { readDelivery } from '../../src/intake/delivery.ts';
import type { DeliveryEvent } from '../../src/intake/delivery-event.ts';
import { DEFAULT_LIMITS } from '../../src/intake/limits.ts';
import { readRegister } from '../../src/intake/register.ts';
import { pieces } from './wire.ts';

const golden = (name: string): Buffer => readFileSync(new URL(`../../fixtures/golden/${name}`, import.meta.url));

const objects = (name: string): unknown[] =>
  golden(name)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Everything a delivery says, without what differs by nature: the checksum and the bytes. */
async function content(bytes: Buffer, sideFile: string | null, size = 65_536): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of readDelivery(pieces(bytes, size), DEFAULT_LIMITS, sideFile)) {
    events.push(event.kind === 'header' ? { ...event.header, sha256: '' } : withoutBytes(event));
  }
  return events;
}

function withoutBytes(event: DeliveryEvent): object {
  return Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'bytes'));
}

const sideFile = golden('delivery.xml.sha256').toString();
const xml = golden('delivery.xml');
const ndjson = golden('delivery.ndjson');

describe('the golden delivery', () => {
  test('is read whole and clean', async () => {
    const [header, ...events] = await content(ndjson, null);
    expect(header).toMatchObject({ deliveryId: 'JDS-2026-000123', sender: 'JDS', sequenceNumber: 123, entryCount: 7 });
    expect(events.pop()).toEqual({ kind: 'complete', lines: 7, unknownKeys: 0 });
    expect(events).toEqual(
      objects('entries.ndjson').map((entry, index) => ({ kind: 'entry', line: index + 1, entry, unknownKeys: 0 })),
    );
  });

  test.each([
    ['XML', xml, 65_536],
    ['XML in single bytes', xml, 1],
    ['XML in odd pieces', xml, 333],
    ['gzipped XML', gzipSync(xml), 65_536],
    ['gzipped NDJSON', gzipSync(ndjson), 65_536],
  ])('says in %s what it says in NDJSON', async (_format, bytes, size) => {
    expect(await content(bytes, sideFile, size)).toEqual(await content(ndjson, null));
  });

  test('shows what the writer of made-up deliveries writes', () => {
    const [headerLine, ...lines] = ndjson.toString().trimEnd().split('\n');
    const { aantal, sha256, ...header } = JSON.parse(headerLine!);
    const messages = lines.map((line) => JSON.parse(line));
    expect([aantal, sha256.length]).toEqual([messages.length, 64]);
    expect(xmlDelivery(header, messages).xml).toBe(xml.toString());
  });

  test('carries nothing into the model that the adapter must drop', async () => {
    expect(JSON.stringify(await content(ndjson, null))).not.toMatch(/nationaliteit|adres|Dorpsstraat|vNummer/);
  });
});

describe('the golden register', () => {
  async function rows(name: string): Promise<unknown[]> {
    const lines: unknown[] = [];
    for await (const line of readRegister(pieces(golden(name)), DEFAULT_LIMITS)) lines.push({ ...line, line: 0 });
    return lines;
  }

  test('is read whole', async () => {
    expect(await rows('register.csv')).toEqual(
      objects('rows.ndjson').map((row) => ({ kind: 'row', line: 0, ...(row as object) })),
    );
  });

  test.each(['register-semicolon.csv', 'register.ndjson'])('says in %s what it says with commas', async (name) => {
    expect(await rows(name)).toEqual(await rows('register.csv'));
  });

  test('shows what the writers of made-up registers write', () => {
    const cells = objects('register.ndjson') as WireRow[];
    expect(ndjsonRegister(cells)).toBe(golden('register.ndjson').toString());
    expect(csvRegister(cells, ',')).toBe(golden('register.csv').toString());
    expect(csvRegister(cells, ';')).toBe(golden('register-semicolon.csv').toString());
  });
});
