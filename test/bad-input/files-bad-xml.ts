import { gzipSync } from 'node:zlib';
import { pieces } from '../intake/wire.ts';
import { type BadFile, brokenOff } from './bad-file.ts';
import { bericht, checksumOf, levering } from './xml.ts';

/** So many that the first of them are in the database before a fault near the end is found. */
const MESSAGES = 600;
const good = levering(
  Array.from({ length: MESSAGES }, (_, index) => bericht(`JDS-${String(index + 1).padStart(9, '0')}`)),
);

const tooMany = good.replace(`aantal="${MESSAGES}"`, `aantal="${MESSAGES - 1}"`);
const shouted = good.replaceAll('bericht>', 'BERICHT>');
const deep = `${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}`;

/** Somebody adds a message to the file, behind its end, while it is being read. */
async function* growing(): AsyncGenerator<Uint8Array> {
  yield* pieces(Buffer.from(good), 50_000);
  yield Buffer.from(good.slice(good.lastIndexOf('<bericht>')));
}

const tooFew = good.replace(`aantal="${MESSAGES}"`, `aantal="${MESSAGES + 1}"`);
const LOL = `<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">`;
const withDtd = (dtd: string, text: string): string => text.replace('<levering', `<!DOCTYPE levering ${dtd}><levering`);

function unreadable(what: string, xml: string | Uint8Array, cause: string): BadFile {
  const bytes = Buffer.from(xml);
  return { what, bytes, sideFile: checksumOf(bytes), code: 'DELIVERY_UNREADABLE', params: { cause } };
}

function badHeader(what: string, xml: string, ...faults: string[]): BadFile {
  return { what, bytes: Buffer.from(xml), sideFile: checksumOf(xml), code: 'HEADER_INVALID', faults };
}

/** Documents that are not well-formed, are dangerous, or are not what they promise. */
export const BAD_DOCUMENTS: readonly BadFile[] = [
  unreadable('an entity bomb', withDtd(`[${LOL}]`, good.replace('Jong', '&c;')), 'xml_dtd'),
  unreadable('an external entity', withDtd('[<!ENTITY x SYSTEM "file:///etc/passwd">]', good), 'xml_dtd'),
  unreadable('a DTD from elsewhere', withDtd('SYSTEM "http://example.org/x.dtd"', good), 'xml_dtd'),
  unreadable('an entity that is declared nowhere', good.replace('Jong', '&jong;'), 'xml'),
  unreadable('XML that ends early, between two messages', good.slice(0, good.lastIndexOf('<bericht>')), 'xml'),
  unreadable('XML that ends early, in the middle of a message', good.slice(0, -400), 'xml'),
  unreadable('XML that ends early, in its last tag', good.slice(0, -5), 'xml'),
  unreadable('a tag that is closed by another', good.replace('</persoon>', '</person>'), 'xml'),
  unreadable('a second document behind the first', good + good.slice(good.indexOf('<levering')), 'xml'),
  unreadable('a bare ampersand', good.replace('Jong', 'Jong & Zoon'), 'xml'),
  unreadable('a NUL', good.replace('Jong', 'Jo\u0000ng'), 'xml'),
  unreadable('an attribute twice', good.replace('<levering', '<levering aantal="1"'), 'xml'),
  unreadable('Latin-1', Buffer.from(good.replace('Jong', 'Jöng'), 'latin1'), 'encoding'),
  unreadable('another encoding declared', good.replace('UTF-8', 'ISO-8859-1'), 'encoding'),
  unreadable('UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'encoding'),
  unreadable('a NUL written as a reference', good.replace('Jong', 'Jo&#0;ng'), 'xml'),
  unreadable('half a surrogate pair', good.replace('Jong', 'Jo&#xD800;ng'), 'xml'),
  unreadable('a prefix that is declared nowhere', good.replaceAll('levering', 'j:levering'), 'xml'),
  unreadable('a comment without an end', good.replace('<bericht>', '<!-- <bericht>'), 'xml'),
  unreadable('CDATA without an end', good.replace('Jong', '<![CDATA[Jong'), 'xml'),
  unreadable('ten thousand elements in one another', good.replace('<bericht>', `${deep}<bericht>`), 'xml'),
  unreadable(
    'ten thousand elements in one another inside a message',
    good.replace('<persoon>', `${deep}<persoon>`),
    'xml',
  ),
  unreadable(
    'an attribute without an end',
    good.replace('<bericht>', `<bericht a="${'x'.repeat(20_000_000)}`),
    'too_large',
  ),
  unreadable('a gzip bomb', gzipSync(good.replace('</levering>', ' '.repeat(64_000_000))), 'gzip_bomb'),
  {
    what: 'an upload cut off',
    bytes: () => brokenOff(Buffer.from(good).subarray(0, 300_000)),
    sideFile: checksumOf(good),
    code: 'DELIVERY_INTERRUPTED',
  },
  {
    what: 'a file that grows while it is read',
    bytes: growing,
    sideFile: checksumOf(good),
    code: 'DELIVERY_UNREADABLE',
    params: { cause: 'xml' },
  },
  unreadable('gzip cut off', gzipSync(good).subarray(0, -9), 'gzip'),
  unreadable('a text without an end', good.replace('Jong', 'Jong'.repeat(5_000_000)), 'too_large'),
  badHeader('an envelope around it', good.replace('<levering', '<Envelope><levering'), 'UNREADABLE'),
  badHeader('another root', '<berichten/>', 'UNREADABLE'),
  badHeader('a web page', '<html><head></head><body></body></html>', 'UNREADABLE'),
  badHeader('a count in words', good.replace(`aantal="${MESSAGES}"`, 'aantal="veel"'), 'INVALID_FIELD aantal'),
  badHeader(
    'no attributes',
    '<levering/>',
    ...['leveringId', 'afzender', 'volgnummer', 'aangemaakt', 'aantal'].map((name) => `MISSING_FIELD ${name}`),
  ),
  {
    what: 'a checksum that never came',
    bytes: Buffer.from(good),
    code: 'HEADER_INVALID',
    faults: ['MISSING_FIELD sha256'],
  },
  {
    what: 'a side file of something else',
    bytes: Buffer.from(good),
    sideFile: 'zie bijlage',
    code: 'HEADER_INVALID',
    faults: ['INVALID_FIELD sha256'],
  },
  {
    what: 'the checksum of another file',
    bytes: Buffer.from(good),
    sideFile: checksumOf('another'),
    code: 'CHECKSUM_MISMATCH',
  },
  {
    what: 'the checksum of the file under gzip',
    bytes: gzipSync(good),
    sideFile: checksumOf(gzipSync(good)),
    code: 'CHECKSUM_MISMATCH',
  },
  {
    what: 'line breaks changed on the way',
    bytes: Buffer.from(good.replaceAll('\n', '\r\n')),
    sideFile: checksumOf(good),
    code: 'CHECKSUM_MISMATCH',
  },
  {
    what: 'messages under another name',
    bytes: Buffer.from(shouted),
    sideFile: checksumOf(shouted),
    code: 'COUNT_MISMATCH',
    params: { expected: MESSAGES, received: 0 },
  },
  {
    what: 'a message too many',
    bytes: Buffer.from(tooMany),
    sideFile: checksumOf(tooMany),
    code: 'COUNT_MISMATCH',
    params: { expected: MESSAGES - 1, received: MESSAGES },
  },
  {
    what: 'a message too few',
    bytes: Buffer.from(tooFew),
    sideFile: checksumOf(tooFew),
    code: 'COUNT_MISMATCH',
    params: { expected: MESSAGES + 1, received: MESSAGES },
  },
];
