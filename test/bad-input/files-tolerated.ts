import { gzipSync } from 'node:zlib';
import { header, message } from '../intake/wire.ts';
import { bericht, checksumOf, levering } from './xml.ts';

/** One row of the table of what is odd, but leaves no doubt about what was meant. Both messages of each are taken in. */
export interface Tolerated {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly sideFile?: string;
}

const IDS = ['JDS-first', 'JDS-second'] as const;
const [one = '', two = ''] = IDS.map((berichtId) => JSON.stringify(message({ berichtId })));
const xml = levering(IDS.map(bericht));

function lines(what: string, body: string, bend: (headerLine: string) => string = (line) => `${line}\n`): Tolerated {
  return { what, bytes: Buffer.from(bend(JSON.stringify(header(body, 2))) + body) };
}

function document(
  what: string,
  text: string,
  bend: (bytes: Buffer) => Uint8Array = (bytes) => bytes,
  write: (sum: string) => string = (sum) => sum,
): Tolerated {
  return { what, bytes: bend(Buffer.from(text)), sideFile: `${write(checksumOf(text))}  JDS.xml\n` };
}

const both = lines('', `${one}\n${two}\n`).bytes;

export const TOLERATED: readonly Tolerated[] = [
  lines('a byte order mark', `${one}\n${two}\n`, (line) => `\uFEFF${line}\n`),
  lines('no line break at the end', `${one}\n${two}`),
  lines('several line breaks at the end', `${one}\n${two}\n\n\n`),
  lines('Windows line breaks', `${one}\r\n${two}\r\n`, (line) => `${line}\r\n`),
  lines('keys that nobody knows', `${one}\n${two.replace('{', '{"nieuwVeld":{"a":1},')}\n`),
  lines('blanks between keys', `${JSON.stringify(JSON.parse(one), null, 1).replaceAll('\n', ' ')}\n${two}\n`),
  lines('names with markup in them', `${one.replace('Jong', '<script>alert(1)</script>')}\n${two}\n`),
  lines('a key called __proto__', `${one.replace('{', '{"__proto__":{"soort":"verwijdering"},')}\n${two}\n`),
  {
    ...lines('gzip in two parts', ''),
    bytes: Buffer.concat([gzipSync(both.subarray(0, 300)), gzipSync(both.subarray(300))]),
  },
  {
    ...lines('gzip with NULs behind it, as tapes have them', ''),
    bytes: Buffer.concat([gzipSync(both), Buffer.alloc(512)]),
  },
  { ...lines('gzip under any name', `${one}\n${two}\n`), bytes: gzipSync(both) },
  document('XML with a byte order mark', `\uFEFF${xml}`),
  document('XML with Windows line breaks', xml.replaceAll('\n', '\r\n')),
  document(
    'XML with namespaces',
    xml.replace(/<(\/?)(?=\w)/g, '<$1j:').replace('<j:levering', '<j:levering xmlns:j="urn:x"'),
  ),
  document(
    'XML that points at a style sheet',
    xml.replace('<levering', '<?xml-stylesheet href="http://x/y.xsl"?><levering'),
  ),
  document(
    'XML that wants another file included',
    xml.replace(
      '<bericht>',
      '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><bericht>',
    ),
  ),
  document('XML with a checksum in capitals', xml, undefined, (sum) => sum.toUpperCase()),
  document('XML with comments and CDATA', xml.replace('Jong', '<!-- x --><![CDATA[Jong]]>')),
  document('XML under gzip', xml, (bytes) => gzipSync(bytes)),
];
