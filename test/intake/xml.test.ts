import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readDelivery } from '../../src/intake/delivery.ts';
import type { DeliveryEvent } from '../../src/intake/delivery-event.ts';
import { DEFAULT_LIMITS } from '../../src/intake/limits.ts';
import { linesOf, pieces } from './wire.ts';

const HEADER = 'leveringId="JDS-2026-000123" afzender="JDS" volgnummer="123" aangemaakt="2026-11-20T03:00:00+01:00"';

const PERSON = '<persoon><geslachtsnaam>Jong</geslachtsnaam><geboortedatum>1984-03-00</geboortedatum></persoon>';
const FACT = '<feiten><feitnummer>1</feitnummer><pleegdatum>2026-02-11</pleegdatum></feiten>';

function bericht(id: string, person = PERSON, facts = FACT): string {
  const zaak = `<zaak><parketnummer>16-123456-26</parketnummer>${facts}</zaak>`;
  return `<bericht><berichtId>${id}</berichtId><soort>nieuw</soort><tijdstip>2026-11-19T16:02:11Z</tijdstip>${person}${zaak}</bericht>`;
}

function levering(berichten: readonly string[], count = berichten.length): string {
  return `<levering ${HEADER} aantal="${count}">${berichten.join('\n')}</levering>`;
}

async function read(xml: string | Buffer, changes: { sideFile?: string | null; maxLineBytes?: number } = {}) {
  const bytes = Buffer.from(xml);
  const sideFile = changes.sideFile === undefined ? createHash('sha256').update(bytes).digest('hex') : changes.sideFile;
  const limits = { ...DEFAULT_LIMITS, maxLineBytes: changes.maxLineBytes ?? DEFAULT_LIMITS.maxLineBytes };
  const events: DeliveryEvent[] = [];
  for await (const event of readDelivery(pieces(bytes, 512), limits, sideFile)) events.push(event);
  return events;
}

describe('a message that cannot be read as one is quarantined, and the others go through', () => {
  const long = bericht('long', PERSON.replace('Jong', `Jong${'g'.repeat(6_000)}`));
  test.each<[string, string, string | null, string[]]>([
    [
      'two surnames',
      bericht('bad', PERSON.replace('<geb', '<geslachtsnaam>Vries</geslachtsnaam><geb')),
      'bad',
      ['DUPLICATE_KEY persoon.geslachtsnaam'],
    ],
    [
      'two act dates',
      bericht('bad', PERSON, FACT.replace('</feiten>', '<pleegdatum>2026-02-12</pleegdatum></feiten>')),
      'bad',
      ['DUPLICATE_KEY zaak.feiten[0].pleegdatum'],
    ],
    ['two persons', bericht('bad', PERSON + PERSON), 'bad', ['DUPLICATE_KEY persoon']],
    ['no facts', bericht('bad', PERSON, ''), 'bad', ['NO_FACTS zaak.feiten']],
    ['an empty surname', bericht('bad', PERSON.replace('Jong', '')), 'bad', ['MISSING_FIELD persoon.geslachtsnaam']],
    [
      'a fact number in words',
      bericht('bad', PERSON, FACT.replace('>1<', '>een<')),
      'bad',
      ['INVALID_FIELD zaak.feiten[0].feitnummer'],
    ],
    [
      'a fact number with an exponent',
      bericht('bad', PERSON, FACT.replace('>1<', '>1e0<')),
      'bad',
      ['INVALID_FIELD zaak.feiten[0].feitnummer'],
    ],
    ['text between elements', bericht('bad').replace('<persoon>', 'zie bijlage<persoon>'), null, ['UNREADABLE']],
    ['an element inside a text', bericht('bad', PERSON.replace('Jong', 'Jo<b>ng</b>')), null, ['UNREADABLE']],
    ['elements a hundred deep', bericht('bad', `${'<x>'.repeat(100)}${'</x>'.repeat(100)}`), null, ['UNREADABLE']],
    ['a message beyond the limit', long, null, ['TOO_LONG']],
  ])('%s', async (_what, bad, messageId, reasons) => {
    const events = await read(levering([bericht('before'), bad, bericht('after')]), { maxLineBytes: 4_096 });
    const [before, line, after] = linesOf(events);
    expect(before).toMatchObject({ kind: 'entry', line: 1, entry: { messageId: 'before' } });
    expect(after).toMatchObject({ kind: 'entry', line: 3, entry: { messageId: 'after' } });
    expect(line).toMatchObject({ kind: 'quarantined', line: 2, messageId });
    const told = line?.kind === 'quarantined' ? line.reasons : [];
    expect(told.map(({ code, field }) => (field === null ? code : `${code} ${field}`))).toEqual(reasons);
    expect(events.at(-1)).toMatchObject({ kind: 'complete', lines: 3 });
  });
});

describe('a document that cannot be trusted is refused', () => {
  const good = levering([bericht('a')]);
  const bomb = `<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "${'&a;'.repeat(100)}">]>${good.replace('Jong', '&b;')}`;
  test.each<[string, string | Buffer, string]>([
    ['an entity bomb', bomb, 'xml_dtd'],
    ['an external entity', `<!DOCTYPE l SYSTEM "file:///etc/passwd">${good}`, 'xml_dtd'],
    ['an entity of its own', good.replace('Jong', '&jong;'), 'xml'],
    ['a document that ends early', good.slice(0, -12), 'xml'],
    ['a tag that is closed by another', good.replace('</persoon>', '</person>'), 'xml'],
    ['a second document behind the first', good + good, 'xml'],
    ['a bare ampersand', good.replace('Jong', 'Jong & Zoon'), 'xml'],
    ['a NUL', good.replace('Jong', 'Jo\u0000ng'), 'xml'],
    ['an attribute twice', good.replace('<levering', '<levering aantal="1"'), 'xml'],
    ['Latin-1', Buffer.from(good.replace('Jong', 'Jöng'), 'latin1'), 'encoding'],
    ['another encoding declared', `<?xml version="1.0" encoding="ISO-8859-1"?>${good}`, 'encoding'],
    ['gzip cut off', gzipSync(good).subarray(0, -9), 'gzip'],
  ])('%s', async (_what, xml, cause) => {
    expect((await read(xml)).at(-1)).toMatchObject({ code: 'DELIVERY_UNREADABLE', params: { cause } });
  });

  test.each<[string, string, string[]]>([
    ['another root', '<berichten/>', ['UNREADABLE null']],
    [
      'no attributes',
      '<levering/>',
      ['leveringId', 'afzender', 'volgnummer', 'aangemaakt', 'aantal'].map((name) => `MISSING_FIELD ${name}`),
    ],
    ['a count in words', good.replace('aantal="1"', 'aantal="een"'), ['INVALID_FIELD aantal']],
  ])('%s', async (_what, xml, reasons) => {
    const [event] = await read(xml);
    expect(event).toMatchObject({ kind: 'refused', code: 'HEADER_INVALID' });
    expect(event?.kind === 'refused' && event.reasons.map(({ code, field }) => `${code} ${field}`)).toEqual(reasons);
  });

  test.each<[string, string | null, object]>([
    ['no side file', null, { code: 'HEADER_INVALID', reasons: [{ code: 'MISSING_FIELD', field: 'sha256' }] }],
    [
      'a side file of something else',
      'geen',
      { code: 'HEADER_INVALID', reasons: [{ code: 'INVALID_FIELD', field: 'sha256' }] },
    ],
    ['another checksum', '0'.repeat(64), { code: 'CHECKSUM_MISMATCH' }],
  ])('%s', async (_what, sideFile, refusal) => {
    expect((await read(good, { sideFile })).at(-1)).toMatchObject({ kind: 'refused', ...refusal });
  });

  test.each([[0], [2]])('a count of %i for one message', async (count) => {
    expect((await read(levering([bericht('a')], count))).at(-1)).toMatchObject({ code: 'COUNT_MISMATCH' });
  });

  test('a comment that never ends', async () => {
    const events = await read(`${good.slice(0, -11)}<!-- ${'x'.repeat(100_000)}`, { maxLineBytes: 4_096 });
    expect(events.at(-1)).toMatchObject({ code: 'DELIVERY_UNREADABLE', params: { cause: 'too_large' } });
  });
});

describe('what XML allows is read over', () => {
  const plain = bericht('a');
  test.each([
    [
      'namespaces',
      `<j:levering xmlns:j="urn:jds" ${HEADER} aantal="1">${plain.replace(/<(\/?)/g, '<$1j:')}</j:levering>`,
      0,
    ],
    [
      'a declaration, comments and instructions',
      `<?xml version="1.0"?><!-- a --><?x y?>${levering([plain.replace('<zaak>', '<!-- b --><zaak>')])}`,
      0,
    ],
    ['CDATA', levering([plain.replace('>Jong<', '><![CDATA[Jong]]><')]), 0],
    ['a byte order mark', `\uFEFF${levering([plain])}`, 0],
    [
      'unknown elements and attributes, which are counted',
      levering([plain.replace('<persoon>', '<persoon herkomst="x"><maat><a/></maat>')]).replace(
        '<bericht>',
        '<kop/><bericht>',
      ),
      3,
    ],
  ])('%s', async (_what, xml, unknownKeys) => {
    const events = await read(xml);
    expect(linesOf(events)).toMatchObject([{ kind: 'entry', entry: { messageId: 'a', person: { surname: 'Jong' } } }]);
    expect(events.at(-1)).toEqual({ kind: 'complete', lines: 1, unknownKeys });
  });
});
