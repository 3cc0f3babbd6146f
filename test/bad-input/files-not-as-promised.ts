import { gzipSync } from 'node:zlib';
import { message, ndjson, pieces } from '../intake/wire.ts';
import { type BadFile, brokenOff } from './bad-file.ts';
import { checksumOf } from './xml.ts';

/** So many that the first of them are in the database before the fault is found. */
const LINES = 700;
const messages = Array.from({ length: LINES }, (_, index) =>
  JSON.stringify(message({ berichtId: `JDS-${String(index + 1).padStart(9, '0')}` })),
);
const file = ndjson(messages);
const last = messages.at(-1) ?? '';
const zipped = gzipSync(file);

const oneByteChanged = Buffer.from(file);
oneByteChanged[oneByteChanged.length - 20] = (oneByteChanged.at(-20) ?? 0) ^ 1;

/** A delivery whose last line goes on in spaces, almost without end, all of it under gzip. */
const bomb = gzipSync(Buffer.concat([file.subarray(0, -1), Buffer.alloc(64_000_000, 0x20)]));

/** What a disk leaves that lost a block. */
const withHole = Buffer.from(file);
withHole.fill(0, 200_000, 204_096);

const headerLine = file.subarray(0, file.indexOf('\n') + 1);
const body = file.subarray(headerLine.length);

/** Somebody appends to the file while it is being read. */
async function* growing(): AsyncGenerator<Uint8Array> {
  yield* pieces(file, 5_000);
  yield Buffer.from(`${last}\n`);
}

/** Deliveries that are not what their header says, or do not come to their end. */
export const BROKEN_FILES: readonly BadFile[] = [
  {
    what: 'a line too few',
    bytes: ndjson(messages, { aantal: LINES + 1 }),
    code: 'COUNT_MISMATCH',
    params: { expected: LINES + 1, received: LINES },
  },
  {
    what: 'a line too many',
    bytes: ndjson(messages, { aantal: LINES - 1 }),
    code: 'COUNT_MISMATCH',
    params: { expected: LINES - 1, received: LINES },
  },
  { what: 'a file that grows while it is read', bytes: growing, code: 'COUNT_MISMATCH' },
  {
    what: 'the header once more as the first line',
    bytes: Buffer.concat([headerLine, file]),
    code: 'COUNT_MISMATCH',
    params: { expected: LINES, received: LINES + 1 },
  },
  { what: 'two deliveries in one file', bytes: Buffer.concat([file, file]), code: 'COUNT_MISMATCH' },
  { what: 'two deliveries, each under gzip', bytes: Buffer.concat([zipped, zipped]), code: 'COUNT_MISMATCH' },
  { what: 'a header and nothing else', bytes: headerLine, code: 'COUNT_MISMATCH' },
  { what: 'a hole in the middle', bytes: withHole, code: 'COUNT_MISMATCH' },
  {
    what: 'lines in another order',
    bytes: Buffer.concat([headerLine, Buffer.from(`${messages.toReversed().join('\n')}\n`)]),
    code: 'CHECKSUM_MISMATCH',
  },
  {
    what: 'the checksum of the whole file instead of its lines',
    bytes: ndjson(messages, { sha256: checksumOf(file) }),
    code: 'CHECKSUM_MISMATCH',
  },
  {
    what: 'the checksum of the file under gzip',
    bytes: gzipSync(ndjson(messages, { sha256: checksumOf(gzipSync(body)) })),
    code: 'CHECKSUM_MISMATCH',
  },
  { what: 'another checksum', bytes: ndjson(messages, { sha256: '0'.repeat(64) }), code: 'CHECKSUM_MISMATCH' },
  { what: 'one byte changed on the way', bytes: oneByteChanged, code: 'CHECKSUM_MISMATCH' },
  { what: 'a file cut off in its last line', bytes: file.subarray(0, -40), code: 'CHECKSUM_MISMATCH' },
  { what: 'a file cut off before its last line', bytes: file.subarray(0, -last.length - 1), code: 'COUNT_MISMATCH' },
  {
    what: 'line breaks changed on the way',
    bytes: Buffer.from(file.toString().replaceAll('\n', '\r\n')),
    code: 'CHECKSUM_MISMATCH',
  },
  {
    what: 'an upload cut off in its first line',
    bytes: () => brokenOff(file.subarray(0, 400)),
    code: 'DELIVERY_INTERRUPTED',
  },
  { what: 'an upload cut off at its end', bytes: () => brokenOff(file), code: 'DELIVERY_INTERRUPTED' },
  {
    what: 'an upload cut off before its header',
    bytes: () => brokenOff(file.subarray(0, 30)),
    code: 'DELIVERY_INTERRUPTED',
  },
  {
    what: 'a gzipped upload cut off',
    bytes: () => brokenOff(zipped.subarray(0, -200)),
    code: 'DELIVERY_INTERRUPTED',
  },
  {
    what: 'gzip cut off',
    bytes: zipped.subarray(0, -30),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'gzip' },
  },
  {
    what: 'gzip cut off after its magic number',
    bytes: zipped.subarray(0, 2),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'gzip' },
  },
  {
    what: 'gzip with a broken checksum',
    bytes: Buffer.concat([zipped.subarray(0, -8), Buffer.alloc(8, 7)]),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'gzip' },
  },
  {
    what: 'gzip with something else behind it',
    bytes: Buffer.concat([zipped, Buffer.from('-----END-----')]),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'gzip' },
  },
  { what: 'a gzip bomb', bytes: bomb, code: 'DELIVERY_UNREADABLE', params: { cause: 'gzip_bomb' } },
  { what: 'gzip in gzip', bytes: gzipSync(zipped), code: 'DELIVERY_UNREADABLE', params: { cause: 'encoding' } },
  {
    what: 'a zip archive',
    bytes: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100, 0xfe)]),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'encoding' },
  },
];
