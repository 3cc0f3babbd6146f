import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDelivery } from '../../src/intake/delivery.ts';
import { DEFAULT_LIMITS } from '../../src/intake/limits.ts';
import { eventsOf, header, linesOf, message, ndjson, pieces, type Wire } from './wire.ts';

const one = JSON.stringify(message());
const two = JSON.stringify(message({ berichtId: 'JDS-000000002' }));
const file = ndjson([one, two]);

describe('a header decides whether anything is taken', () => {
  const cases: readonly [string, Wire, string[]][] = [
    ['an id with a blank', { leveringId: 'JDS 2026' }, ['INVALID_FIELD leveringId']],
    ['an id that climbs folders', { leveringId: '../JDS' }, ['INVALID_FIELD leveringId']],
    ['no sender', { afzender: undefined }, ['MISSING_FIELD afzender']],
    ['sequence number zero', { volgnummer: 0 }, ['INVALID_FIELD volgnummer']],
    ['a sequence number as text', { volgnummer: '123' }, ['INVALID_FIELD volgnummer']],
    ['a day instead of a moment', { aangemaakt: '2026-11-20' }, ['INVALID_FIELD aangemaakt']],
    ['a negative count', { aantal: -1 }, ['INVALID_FIELD aantal']],
    ['a count too large to count', { aantal: 2 ** 60 }, ['INVALID_FIELD aantal']],
    ['a checksum of another kind', { sha256: 'd41d8cd98f00b204e9800998ecf8427e' }, ['INVALID_FIELD sha256']],
    [
      'several faults',
      { leveringId: null, aantal: 'twee', sha256: '' },
      ['MISSING_FIELD leveringId', 'INVALID_FIELD aantal', 'INVALID_FIELD sha256'],
    ],
  ];
  test.each(cases)('%s', async (_what, changes, reasons) => {
    const [event, ...more] = await eventsOf(ndjson([one], changes));
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind: 'refused', code: 'HEADER_INVALID' });
    const told = event?.kind === 'refused' ? event.reasons : [];
    expect(told.map(({ code, field }) => `${code} ${field}`)).toEqual(reasons);
  });

  test.each([
    ['an empty file', '', 'HEADER_INVALID'],
    ['only line breaks', '\n\n\n', 'HEADER_INVALID'],
    ['no header', `${one}\n`, 'HEADER_INVALID'],
    ['a header that is no JSON', 'leveringId;afzender\n', 'HEADER_INVALID'],
    ['a header with a key twice', `{"aantal":1,${JSON.stringify(header('', 0)).slice(1)}\n`, 'HEADER_INVALID'],
    [
      'a header beyond the longest line',
      `${' '.repeat(2_000_000)}${JSON.stringify(header('', 0))}\n`,
      'HEADER_INVALID',
    ],
    ['a header that is not UTF-8', Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x0a]), 'DELIVERY_UNREADABLE'],
  ])('%s', async (_what, bytes, code) => {
    expect(await eventsOf(Buffer.from(bytes))).toMatchObject([{ kind: 'refused', code }]);
  });
});

describe('count and checksum are held against the header', () => {
  test.each([
    ['a line too few', { aantal: 3 }, { code: 'COUNT_MISMATCH', params: { expected: 3, received: 2 } }],
    ['a line too many', { aantal: 1 }, { code: 'COUNT_MISMATCH', params: { expected: 1, received: 2 } }],
    ['another checksum', { sha256: '0'.repeat(64) }, { code: 'CHECKSUM_MISMATCH' }],
  ])('%s', async (_what, changes, refusal) => {
    expect((await eventsOf(ndjson([one, two], changes))).at(-1)).toMatchObject({ kind: 'refused', ...refusal });
  });

  test('one byte changed on the way', async () => {
    const bent = Buffer.from(file);
    bent[bent.length - 20] = bent[bent.length - 20]! ^ 1;
    expect((await eventsOf(bent)).at(-1)).toMatchObject({ kind: 'refused', code: 'CHECKSUM_MISMATCH' });
  });

  test('a file cut off in its last line', async () => {
    expect((await eventsOf(file.subarray(0, -40))).at(-1)).toMatchObject({ code: 'CHECKSUM_MISMATCH' });
  });

  test('a checksum in capitals is the same checksum', async () => {
    const capitals = header(`${one}\n`, 1)['sha256'] as string;
    const events = await eventsOf(ndjson([one], { sha256: capitals.toUpperCase() }));
    expect(events.at(-1)).toEqual({ kind: 'complete', lines: 1, unknownKeys: 0 });
  });

  test('an empty delivery is complete', async () => {
    expect((await eventsOf(ndjson([]))).at(-1)).toEqual({ kind: 'complete', lines: 0, unknownKeys: 0 });
  });
});

describe('what senders do to text files is tolerated', () => {
  const body = `${one}\n${two}`;
  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`, `${body}\n`],
    ['no line break at the end', (text: string) => text, body],
    ['several line breaks at the end', (text: string) => text, `${body}\n\n\n`],
    ['Windows line breaks', (text: string) => text.replace('\n', '\r\n'), `${one}\r\n${two}\r\n`],
  ])('%s', async (_what, bend, content) => {
    const events = await eventsOf(Buffer.from(bend(`${JSON.stringify(header(content, 2))}\n${content}`)));
    expect(events.at(-1)).toEqual({ kind: 'complete', lines: 2, unknownKeys: 0 });
    expect(linesOf(events).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([one, two]);
  });

  test('keys the contract does not know are counted and not kept', async () => {
    const strange = message({ nieuwVeld: { a: 1 }, persoon: { ...(message()['persoon'] as Wire), schoenmaat: 43 } });
    const events = await eventsOf(ndjson([JSON.stringify(strange)]));
    expect(events.at(-1)).toEqual({ kind: 'complete', lines: 1, unknownKeys: 2 });
    expect(JSON.stringify(linesOf(events).map((line) => line.kind === 'entry' && line.entry))).not.toMatch(
      'schoenmaat',
    );
  });
});

describe('gzip', () => {
  test('is recognised whatever the file is called', async () => {
    expect(await eventsOf(gzipSync(file))).toEqual(await eventsOf(file));
  });

  test.each([
    ['cut off', gzipSync(file).subarray(0, -30), 'gzip'],
    ['cut off after its magic number', gzipSync(file).subarray(0, 2), 'gzip'],
    ['with a broken checksum', Buffer.concat([gzipSync(file).subarray(0, -8), Buffer.alloc(8, 7)]), 'gzip'],
    ['that expands a thousandfold', gzipSync(Buffer.alloc(64_000_000, 0x20)), 'gzip_bomb'],
  ])('%s is refused', async (_what, bytes, cause) => {
    const last = (await eventsOf(bytes)).at(-1);
    expect(last).toMatchObject({ kind: 'refused', code: 'DELIVERY_UNREADABLE', params: { cause } });
  });
});

describe('sizes', () => {
  test('a file beyond the limit is refused', async () => {
    const events = await eventsOf(file, { maxFileBytes: file.length - 1 });
    expect(events.at(-1)).toMatchObject({ code: 'DELIVERY_UNREADABLE', params: { cause: 'too_large' } });
  });

  test('a line of ten megabytes is quarantined, kept only in part, and harms nobody', async () => {
    const long = JSON.stringify(message({ berichtId: 'JDS-long', x: 'x'.repeat(10_000_000) }));
    const [first, second, third] = linesOf(await eventsOf(ndjson([one, long, two])));
    expect([first?.kind, third?.kind]).toEqual(['entry', 'entry']);
    expect(second).toMatchObject({ line: 2, messageId: null, reasons: [{ code: 'TOO_LONG', field: null }] });
    expect(second?.bytes.length).toBe(1_048_576);
  });

  test.each([
    ['just the longest', 0, 'entry'],
    ['one byte more', -1, 'quarantined'],
  ])('a line of %s', async (_what, margin, kind) => {
    const content = `${one}\r\n`;
    const bytes = Buffer.from(`${JSON.stringify(header(content, 1))}\n${content}`);
    const [line] = linesOf(await eventsOf(bytes, { maxLineBytes: Buffer.byteLength(one) + margin }));
    expect(line?.kind).toBe(kind);
  });
});

describe('reading in pieces', () => {
  test('where a disk or socket cuts the bytes makes no difference', async () => {
    const whole = await eventsOf(file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        expect(await eventsOf(pieces(file, size))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  test('leaving the loop early ends the source', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* pieces(ndjson([one, two, one, two]), 100);
      } finally {
        ended = true;
      }
    }
    for await (const event of readDelivery(source(), DEFAULT_LIMITS)) if (event.kind === 'entry') break;
    expect(ended).toBe(true);
  });

  test.each([
    ['plain', file],
    ['gzipped', gzipSync(file)],
  ])('a %s source that breaks off is no verdict', async (_what, bytes) => {
    async function* source(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 40);
      throw new Error('connection reset');
    }
    await expect(eventsOf(source())).rejects.toThrow('connection reset');
  });
});
