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

function document(what: string, text: string, bend: (bytes: Buffer) => Uint8Array = (bytes) => bytes): Tolerated {
  return { what, bytes: bend(Buffer.from(text)), sideFile: `${checksumOf(text)}  JDS.xml\n` };
}

export const TOLERATED: readonly Tolerated[] = [
  lines('a byte order mark', `${one}\n${two}\n`, (line) => `\uFEFF${line}\n`),
  lines('no line break at the end', `${one}\n${two}`),
  lines('several line breaks at the end', `${one}\n${two}\n\n\n`),
  lines('Windows line breaks', `${one}\r\n${two}\r\n`, (line) => `${line}\r\n`),
  lines('keys that nobody knows', `${one}\n${two.replace('{', '{"nieuwVeld":{"a":1},')}\n`),
  lines('blanks between keys', `${JSON.stringify(JSON.parse(one), null, 1).replaceAll('\n', ' ')}\n${two}\n`),
  { ...lines('gzip under any name', `${one}\n${two}\n`), bytes: gzipSync(lines('', `${one}\n${two}\n`).bytes) },
  document('XML with a byte order mark', `\uFEFF${xml}`),
  document('XML with Windows line breaks', xml.replaceAll('\n', '\r\n')),
  document(
    'XML with namespaces',
    xml.replace(/<(\/?)(?=\w)/g, '<$1j:').replace('<j:levering', '<j:levering xmlns:j="urn:x"'),
  ),
  document('XML with comments and CDATA', xml.replace('Jong', '<!-- x --><![CDATA[Jong]]>')),
  document('XML under gzip', xml, (bytes) => gzipSync(bytes)),
];
