import { gzipSync } from 'node:zlib';
import type { WireRow } from '../../fixtures/wire/register-files.ts';
import { csvRegister, ndjsonRegister } from '../../fixtures/wire/register-files.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import type { TextParams } from '../../src/domain/text-code.ts';
import { deliveryOf, messageOf, registerRow } from '../support/small-world.ts';
import { brokenOff } from './bad-file.ts';

/** How many are in the register before a bad file comes. */
export const PRESENT = 20;

const everybody = Array.from({ length: PRESENT }, (_, number) => registerRow(number));
const [csv, ndjson] = [csvRegister(everybody, ','), ndjsonRegister(everybody)];
const headerLine = csv.slice(0, csv.indexOf('\n') + 1);

/** A register file of which nothing is applied. */
export interface BadRegister {
  readonly what: string;
  readonly bytes: Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Null: the failure is that of the disk, as it came. */
  readonly code: ErrorCode | null;
  readonly params?: TextParams;
}

function unreadable(what: string, bytes: string | Uint8Array, params: TextParams): BadRegister {
  return { what, bytes: Buffer.from(bytes), code: 'REGISTER_UNREADABLE', params };
}

function shrinking(what: string, text: string, wouldLeave: number, unreadable = 0): BadRegister {
  const params = { present: PRESENT, wouldLeave, unreadable };
  return { what, bytes: Buffer.from(text), code: 'REGISTER_SHRINKS', params };
}

function withoutRows(what: string, text: string, unreadable: number): BadRegister {
  return { what, bytes: Buffer.from(text), code: 'REGISTER_WITHOUT_ROWS', params: { unreadable } };
}

const inUmlaut = csv.replace('Utrecht', 'Ütrecht');

export const BAD_REGISTERS: readonly BadRegister[] = [
  unreadable('an empty file', '', { cause: 'csv_header' }),
  unreadable('only line breaks', '\n\n\n', { cause: 'csv_header' }),
  unreadable('no header line', csv.slice(headerLine.length), { cause: 'csv_header' }),
  unreadable('a column too few', csv.replace('geboortedatum', 'geboren'), {
    ...{ cause: 'missing_column', column: 'geboortedatum' },
  }),
  unreadable('a column twice', csv.replace('roepnaam', 'voornamen'), { cause: 'csv_header' }),
  unreadable('columns in capitals', csv.replace(headerLine, headerLine.toUpperCase()), { cause: 'missing_column' }),
  unreadable('tabs between the cells', csv.replaceAll(',', '\t'), { cause: 'missing_column' }),
  unreadable('Latin-1', Buffer.from(inUmlaut, 'latin1'), { cause: 'encoding' }),
  unreadable('UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le'), { cause: 'encoding' }),
  unreadable('a spreadsheet', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100, 0xfe)]), {
    cause: 'encoding',
  }),
  unreadable('a web page', '<html><body>Inloggen</body></html>', { cause: 'missing_column' }),
  unreadable('a quote that never ends', `${csv}"K99999,${'x'.repeat(100)}`, { cause: 'csv' }),
  unreadable('a quote in the middle of a cell', csv.replace('K00003,', 'K00003,9"9'), { cause: 'csv' }),
  unreadable('a cell of ten megabytes', csv.replace('Utrecht', 'x'.repeat(10_000_000)), { cause: 'csv' }),
  unreadable('gzip cut off', gzipSync(csv).subarray(0, -20), { cause: 'gzip' }),
  unreadable('NDJSON under gzip, cut off', gzipSync(ndjson).subarray(0, -20), { cause: 'gzip' }),
  unreadable('a gzip bomb', gzipSync(Buffer.concat([Buffer.from(csv), Buffer.alloc(64_000_000, 0x0a)])), {
    cause: 'gzip_bomb',
  }),
  unreadable('NDJSON as a gzip bomb', gzipSync(Buffer.concat([Buffer.from(ndjson), Buffer.alloc(64_000_000, 0x0a)])), {
    cause: 'gzip_bomb',
  }),
  withoutRows('a snapshot that empties the register', headerLine, 0),
  shrinking('a snapshot cut off after its first rows', csvRegister(everybody.slice(0, 12), ','), 8),
  shrinking('NDJSON cut off after its first rows', ndjsonRegister(everybody.slice(0, 12)), 8),
  shrinking('the register of somebody else', csvRegister([registerRow(500), registerRow(501)], ','), PRESENT),
  withoutRows('a delivery instead of a register', deliveryOf(1, [messageOf(1), messageOf(2)]), 3),
  withoutRows('rows that are all faulty and name nobody', csv.replace(/K000(?=\d\d,)/g, ','.repeat(3)), PRESENT),
  shrinking(
    'rows that name nobody, but for one',
    csv.replace(/K000(?!00)(?=\d\d,)/g, ','.repeat(3)),
    PRESENT - 1,
    PRESENT - 1,
  ),
  { what: 'CSV that a disk breaks off', bytes: () => brokenOff(Buffer.from(csv.slice(0, 600))), code: null },
  { what: 'NDJSON that a disk breaks off', bytes: () => brokenOff(Buffer.from(ndjson.slice(0, 600))), code: null },
];

/** A row that is left out, between two good ones. */
export interface BadRow {
  readonly what: string;
  /** The faulty cells, in either format; or how a good line of one format is bent. */
  readonly fault: Partial<WireRow> | { readonly format: 'csv' | 'ndjson'; readonly bend: (line: string) => string };
  /** Every reason, as `CODE column`; no column when the row could not be read. */
  readonly reasons: readonly string[];
}

const inCsv = (bend: (line: string) => string) => ({ format: 'csv', bend }) as const;
const inNdjson = (bend: (line: string) => string) => ({ format: 'ndjson', bend }) as const;
/** Replaces the value of a key. */
const valued = (key: string, json: string) =>
  inNdjson((line) => line.replace(new RegExp(`"${key}":"[^"]*"`), () => `"${key}":${json}`));

export const BAD_ROWS: readonly BadRow[] = [
  { what: 'no id', fault: { officer_id: '' }, reasons: ['MISSING_FIELD officer_id'] },
  { what: 'an id of 65 characters', fault: { officer_id: 'K'.repeat(65) }, reasons: ['INVALID_FIELD officer_id'] },
  { what: 'an id that was there before', fault: { officer_id: 'K00001' }, reasons: ['DUPLICATE_ID officer_id'] },
  { what: 'no surname', fault: { geslachtsnaam: '' }, reasons: ['MISSING_FIELD geslachtsnaam'] },
  { what: 'an invisible surname', fault: { geslachtsnaam: '\u200b' }, reasons: ['INVALID_FIELD geslachtsnaam'] },
  {
    what: 'a surname of 201 letters',
    fault: { geslachtsnaam: 'a'.repeat(201) },
    reasons: ['INVALID_FIELD geslachtsnaam'],
  },
  { what: 'a NUL in a name', fault: { voornamen: 'Jo\u0000' }, reasons: ['INVALID_FIELD voornamen'] },
  { what: 'text turned around', fault: { voornamen: 'Jo\u202enaj' }, reasons: ['INVALID_FIELD voornamen'] },
  { what: 'no birth date', fault: { geboortedatum: '' }, reasons: ['MISSING_FIELD geboortedatum'] },
  { what: 'a Dutch birth date', fault: { geboortedatum: '14-05-1987' }, reasons: ['INVALID_FIELD geboortedatum'] },
  {
    what: 'a birth date without dashes',
    fault: { geboortedatum: '19870514' },
    reasons: ['INVALID_FIELD geboortedatum'],
  },
  {
    what: 'the day number of a spreadsheet',
    fault: { geboortedatum: '31911' },
    reasons: ['INVALID_FIELD geboortedatum'],
  },
  { what: 'a birth on 31 June', fault: { geboortedatum: '1987-06-31' }, reasons: ['IMPOSSIBLE_DATE geboortedatum'] },
  { what: 'an unknown sex', fault: { geslacht: 'F' }, reasons: ['INVALID_FIELD geslacht'] },
  { what: 'an unknown use of names', fault: { naamgebruik: 'X' }, reasons: ['INVALID_FIELD naamgebruik'] },
  { what: 'an unknown kind', fault: { soort: 'agent' }, reasons: ['INVALID_FIELD soort'] },
  { what: 'an unknown class', fault: { functieklasse: 'hoog' }, reasons: ['INVALID_FIELD functieklasse'] },
  { what: 'an unknown regime', fault: { regime: 'bo' }, reasons: ['INVALID_FIELD regime'] },
  {
    what: 'a service that ends before it starts',
    fault: { in_dienst: '2020-01-01', uit_dienst: '2019-01-01' },
    reasons: ['IMPOSSIBLE_DATE uit_dienst'],
  },
  { what: 'somebody passed off as planted', fault: { organisatie: 'canary' }, reasons: ['INVALID_FIELD organisatie'] },
  {
    what: 'two faults, both told',
    fault: { geslacht: 'X', in_dienst: 'ooit' },
    reasons: ['INVALID_FIELD geslacht', 'INVALID_FIELD in_dienst'],
  },
  { what: 'a cell too many', fault: inCsv((line) => `${line},x`), reasons: ['UNREADABLE'] },
  { what: 'cells that are missing', fault: inCsv((line) => line.slice(0, -8)), reasons: ['UNREADABLE'] },
  { what: 'semicolons among commas', fault: inCsv((line) => line.replaceAll(',', ';')), reasons: ['UNREADABLE'] },
  {
    what: 'a comma in a name',
    fault: inCsv((line) => line.replace('Utrecht', 'Utrecht, NL')),
    reasons: ['UNREADABLE'],
  },
  { what: 'text that is no JSON', fault: inNdjson(() => 'K00002;Jansen'), reasons: ['UNREADABLE'] },
  { what: 'a line cut off', fault: inNdjson((line) => line.slice(0, -20)), reasons: ['UNREADABLE'] },
  { what: 'a list', fault: inNdjson((line) => `[${line}]`), reasons: ['UNREADABLE'] },
  { what: 'two rows on one line', fault: inNdjson((line) => line + line), reasons: ['UNREADABLE'] },
  { what: 'a raw NUL', fault: inNdjson((line) => line.replace('Utrecht', 'U\u0000')), reasons: ['UNREADABLE'] },
  {
    what: 'ten thousand lists in one another',
    fault: inNdjson((line) => line.replace('{', `{"x":${'['.repeat(10_000)}${']'.repeat(10_000)},`)),
    reasons: ['UNREADABLE'],
  },
  {
    what: 'a line of ten megabytes',
    fault: inNdjson((line) => line.replace('Utrecht', 'x'.repeat(10_000_000))),
    reasons: ['TOO_LONG'],
  },
  {
    what: 'two BSNs',
    fault: inNdjson((line) => line.replace('{', '{"bsn":"999999011",')),
    reasons: ['DUPLICATE_KEY bsn'],
  },
  { what: 'a BSN as a number', fault: valued('bsn', '999999011'), reasons: ['INVALID_FIELD bsn'] },
  {
    what: 'a birth date as a number',
    fault: valued('geboortedatum', '19870514'),
    reasons: ['INVALID_FIELD geboortedatum'],
  },
  { what: 'aliases as a number', fault: valued('aliassen', '7'), reasons: ['INVALID_FIELD aliassen'] },
  {
    what: 'an empty object',
    fault: inNdjson(() => '{}'),
    reasons: ['MISSING_FIELD officer_id', 'MISSING_FIELD geslachtsnaam', 'MISSING_FIELD geboortedatum'],
  },
];
