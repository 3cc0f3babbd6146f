import { fact, message, zaak } from '../intake/wire.ts';
import type { BadLine } from './bad-line.ts';

const good = JSON.stringify(message());

/** Lines that are no JSON object, or not only one. */
export const UNREADABLE_LINES: readonly BadLine[] = [
  { what: 'a line cut off halfway', line: good.slice(0, 100), reasons: ['UNREADABLE'], messageId: null },
  { what: 'text that is no JSON', line: 'Geachte collega,', reasons: ['UNREADABLE'], messageId: null },
  { what: 'an empty line between others', line: '', reasons: ['UNREADABLE'], messageId: null },
  { what: 'a line of blanks', line: '   ', reasons: ['UNREADABLE'], messageId: null },
  { what: 'a list instead of a message', line: `[${good}]`, reasons: ['UNREADABLE'], messageId: null },
  { what: 'null instead of a message', line: 'null', reasons: ['UNREADABLE'], messageId: null },
  { what: 'a number instead of a message', line: '42', reasons: ['UNREADABLE'], messageId: null },
  { what: 'two messages on one line', line: `${good}${good}`, reasons: ['UNREADABLE'], messageId: null },
  {
    what: 'a raw NUL inside a name',
    line: good.replace('Jong', 'Jo\u0000ng'),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  { what: 'a NUL after the message', line: `${good}\u0000`, reasons: ['UNREADABLE'], messageId: null },
  {
    what: 'a byte order mark in the middle of the file',
    line: `\uFEFF${good}`,
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'Latin-1 instead of UTF-8',
    line: Buffer.from(good.replace('Jong', 'Jöng'), 'latin1'),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'a UTF-8 sequence cut off',
    line: Buffer.concat([Buffer.from(good), Buffer.from([0xe2, 0x82])]),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'ten thousand lists in one another',
    line: `{"berichtId":"JDS-1","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'lists in one another without an end',
    line: `{"x":${'['.repeat(10_000)}`,
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'an infinite number',
    line: good.replace('"feitnummer":1', '"feitnummer":Infinity'),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'a line of ten megabytes',
    line: JSON.stringify(message({ x: 'x'.repeat(10_000_000) })),
    reasons: ['TOO_LONG'],
    messageId: null,
  },
  {
    what: 'a line break of an old Mac inside a name',
    line: good.replace('Jong', 'Jo\rng'),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  { what: 'a comma too many', line: `${good.slice(0, -1)},}`, reasons: ['UNREADABLE'], messageId: null },
  { what: 'single quotes', line: good.replaceAll('"', "'"), reasons: ['UNREADABLE'], messageId: null },
  {
    what: 'a slash in two bytes, which is no UTF-8',
    line: Buffer.concat([Buffer.from(good.slice(0, 120)), Buffer.from([0xc0, 0xaf]), Buffer.from(good.slice(120))]),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  { what: 'a comment', line: `${good} // klopt dit?`, reasons: ['UNREADABLE'], messageId: null },
];

/** Keys that stand twice: `JSON.parse` would take the last, another reader the first. */
export const DUPLICATE_KEY_LINES: readonly BadLine[] = [
  {
    what: 'two message ids',
    line: `{"berichtId":"JDS-0",${good.slice(1)}`,
    reasons: ['DUPLICATE_KEY berichtId'],
  },
  {
    what: 'two BSNs, one written with an escape',
    line: good.replace('"bsn"', '"b\\u0073n":"999999011","bsn"'),
    reasons: ['DUPLICATE_KEY persoon.bsn'],
  },
  {
    what: 'two act dates in the second fact',
    line: JSON.stringify(
      message({ zaak: zaak({ feiten: [fact(), fact({ feitnummer: 2, pleegdatum: '@' })] }) }),
    ).replace('"pleegdatum":"@"', '"pleegdatum":"2026-02-11","pleegdatum":"2026-02-12"'),
    reasons: ['DUPLICATE_KEY zaak.feiten[1].pleegdatum'],
  },
  {
    what: 'an unknown key twice, which is not named',
    line: good.replace('"bsn"', '"Jansen":1,"Jansen":2,"bsn"'),
    reasons: ['DUPLICATE_KEY persoon.?'],
  },
];
