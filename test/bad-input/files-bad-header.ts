import { header, message, ndjson, type Wire } from '../intake/wire.ts';
import type { BadFile } from './bad-file.ts';

const one = JSON.stringify(message());
const withHeader = (changes: Wire): Buffer => ndjson([one], changes);
const row = (what: string, changes: Wire, ...faults: string[]): BadFile => {
  return { what, bytes: withHeader(changes), code: 'HEADER_INVALID', faults };
};
const unreadable = (what: string, text: string, fault: string): BadFile => {
  return { what, bytes: Buffer.from(text), code: 'HEADER_INVALID', faults: [fault] };
};

const allMissing = (what: string, text: string): BadFile => {
  const fields = ['leveringId', 'afzender', 'volgnummer', 'aangemaakt', 'aantal', 'sha256'];
  const faults = fields.map((field) => `MISSING_FIELD ${field}`);
  return { what, bytes: Buffer.from(text), code: 'HEADER_INVALID', faults };
};

/** Headers in which something is missing or not as the contract has it, and files without one. */
export const BAD_HEADERS: readonly BadFile[] = [
  row('an id with a blank', { leveringId: 'JDS 2026' }, 'INVALID_FIELD leveringId'),
  row('an id that climbs folders', { leveringId: '../JDS' }, 'INVALID_FIELD leveringId'),
  row('a name as sender', { afzender: 'Jan Jansen' }, 'INVALID_FIELD afzender'),
  row('an id of 65 characters', { leveringId: 'x'.repeat(65) }, 'INVALID_FIELD leveringId'),
  row('no sender', { afzender: undefined }, 'MISSING_FIELD afzender'),
  row('sequence number zero', { volgnummer: 0 }, 'INVALID_FIELD volgnummer'),
  row('half a sequence number', { volgnummer: 1.5 }, 'INVALID_FIELD volgnummer'),
  row('a sequence number as text', { volgnummer: '123' }, 'INVALID_FIELD volgnummer'),
  row('a day instead of a moment', { aangemaakt: '2026-11-20' }, 'INVALID_FIELD aangemaakt'),
  row('a moment that does not exist', { aangemaakt: '2026-02-30T03:00:00+01:00' }, 'IMPOSSIBLE_DATE aangemaakt'),
  row('a count as text', { aantal: '1' }, 'INVALID_FIELD aantal'),
  row('a negative count', { aantal: -1 }, 'INVALID_FIELD aantal'),
  row('a count too large to count', { aantal: 2 ** 60 }, 'INVALID_FIELD aantal'),
  row('a checksum of another kind', { sha256: 'd41d8cd98f00b204e9800998ecf8427e' }, 'INVALID_FIELD sha256'),
  row(
    'several faults, all of them told',
    { leveringId: null, aantal: 'twee', sha256: '' },
    ...['MISSING_FIELD leveringId', 'INVALID_FIELD aantal', 'INVALID_FIELD sha256'],
  ),
  { what: 'the reserved sender', bytes: withHeader({ afzender: 'canary' }), code: 'SENDER_RESERVED' },
  unreadable('an empty file', '', 'UNREADABLE'),
  unreadable('only line breaks', '\n\n\n', 'UNREADABLE'),
  unreadable('a header that is no JSON', 'leveringId;afzender\n', 'UNREADABLE'),
  unreadable('null as header', 'null\n', 'UNREADABLE'),
  unreadable('a header over several lines', `${JSON.stringify(header('', 0), null, 2)}\n`, 'UNREADABLE'),
  unreadable('two byte order marks', `\uFEFF\uFEFF${JSON.stringify(header('', 0))}\n`, 'UNREADABLE'),
  unreadable('line breaks of an old Mac', withHeader({}).toString().replaceAll('\n', '\r'), 'UNREADABLE'),
  unreadable('a header with a NUL', `${JSON.stringify(header('', 0)).replace('JDS', 'J\u0000DS')}\n`, 'UNREADABLE'),
  unreadable('a file of NULs, as a full disk leaves them', '\u0000'.repeat(5_000), 'UNREADABLE'),
  unreadable('a spreadsheet saved as text', 'leveringId;afzender;volgnummer\nJDS-1;JDS;1\n', 'UNREADABLE'),
  unreadable('a PDF', '%PDF-1.7\n%âã\n1 0 obj\n', 'UNREADABLE'),
  unreadable('a header in a list', `[${JSON.stringify(header('', 0))}]\n`, 'UNREADABLE'),
  unreadable(
    'a header with a key twice',
    `{"aantal":1,${JSON.stringify(header('', 0)).slice(1)}\n`,
    'DUPLICATE_KEY aantal',
  ),
  unreadable(
    'a header beyond the longest line',
    `${' '.repeat(2_000_000)}${JSON.stringify(header('', 0))}\n`,
    'TOO_LONG',
  ),
  allMissing('no header at all', `${one}\n`),
  allMissing('a header with its keys in capitals', `${JSON.stringify(header('', 0)).toUpperCase()}\n`),
  allMissing('a header by way of a prototype', `{"__proto__":${JSON.stringify(header('', 0))}}\n`),
  {
    what: 'a header in UTF-16',
    bytes: Buffer.from(`\uFEFF${JSON.stringify(header('', 0))}\n`, 'utf16le'),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'encoding' },
  },
];
