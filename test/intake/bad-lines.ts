import type { QuarantineCode } from '../../src/domain/ledger.ts';
import { decision, fact, message, person, type Wire, withDecision, withFact, zaak } from './wire.ts';

export interface BadLine {
  readonly what: string;
  readonly line: string | Uint8Array;
  /** Every reason expected, as `CODE field`, in order; no field for a line that could not be read. */
  readonly reasons: readonly (QuarantineCode | `${QuarantineCode} ${string}`)[];
  /** What the quarantine may show; null when the line shows no valid message id. */
  readonly messageId?: string | null;
}

const text = (value: Wire): string => JSON.stringify(value);
const good = text(message());

function without(value: Wire, key: string): Wire {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

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
    line: text(message({ zaak: zaak({ feiten: [fact(), fact({ feitnummer: 2, pleegdatum: '@' })] }) })).replace(
      '"pleegdatum":"@"',
      '"pleegdatum":"2026-02-11","pleegdatum":"2026-02-12"',
    ),
    reasons: ['DUPLICATE_KEY zaak.feiten[1].pleegdatum'],
  },
  {
    what: 'an unknown key twice, which is not named',
    line: good.replace('"bsn"', '"Jansen":1,"Jansen":2,"bsn"'),
    reasons: ['DUPLICATE_KEY persoon.?'],
  },
];

/** Fields that are missing or not as the contract has them. */
export const FIELD_LINES: readonly BadLine[] = [
  {
    what: 'an empty object',
    line: '{}',
    reasons: [
      'MISSING_FIELD berichtId',
      'MISSING_FIELD soort',
      'MISSING_FIELD tijdstip',
      'MISSING_FIELD persoon',
      'MISSING_FIELD zaak',
    ],
    messageId: null,
  },
  {
    what: 'no message id',
    line: text(without(message(), 'berichtId')),
    reasons: ['MISSING_FIELD berichtId'],
    messageId: null,
  },
  {
    what: 'a name as message id',
    line: text(message({ berichtId: 'Jan Jansen' })),
    reasons: ['INVALID_FIELD berichtId'],
    messageId: null,
  },
  {
    what: 'a message id of 65 characters',
    line: text(message({ berichtId: 'x'.repeat(65) })),
    reasons: ['INVALID_FIELD berichtId'],
    messageId: null,
  },
  {
    what: 'a number as message id',
    line: text(message({ berichtId: 12 })),
    reasons: ['INVALID_FIELD berichtId'],
    messageId: null,
  },
  { what: 'an unknown kind of message', line: text(message({ soort: 'vervallen' })), reasons: ['INVALID_FIELD soort'] },
  { what: 'a kind in capitals', line: text(message({ soort: 'NIEUW' })), reasons: ['INVALID_FIELD soort'] },
  {
    what: 'a moment without a zone',
    line: text(message({ tijdstip: '2026-11-19T16:02:11' })),
    reasons: ['INVALID_FIELD tijdstip'],
  },
  { what: 'a moment as a number', line: text(message({ tijdstip: 1795100531 })), reasons: ['INVALID_FIELD tijdstip'] },
  { what: 'a date as moment', line: text(message({ tijdstip: '2026-11-19' })), reasons: ['INVALID_FIELD tijdstip'] },
  {
    what: 'a hour that is none',
    line: text(message({ tijdstip: '2026-11-19T24:02:11+01:00' })),
    reasons: ['INVALID_FIELD tijdstip'],
  },
  {
    what: 'a moment on 30 February',
    line: text(message({ tijdstip: '2026-02-30T16:02:11+01:00' })),
    reasons: ['IMPOSSIBLE_DATE tijdstip'],
  },
  { what: 'no person', line: text(without(message(), 'persoon')), reasons: ['MISSING_FIELD persoon'] },
  { what: 'a person that is null', line: text(message({ persoon: null })), reasons: ['MISSING_FIELD persoon'] },
  { what: 'a list of persons', line: text(message({ persoon: [person()] })), reasons: ['INVALID_FIELD persoon'] },
  {
    what: 'no surname',
    line: text(message({ persoon: without(person(), 'geslachtsnaam') })),
    reasons: ['MISSING_FIELD persoon.geslachtsnaam'],
  },
  {
    what: 'a blank surname',
    line: text(message({ persoon: person({ geslachtsnaam: '  ' }) })),
    reasons: ['INVALID_FIELD persoon.geslachtsnaam'],
  },
  {
    what: 'a surname of 201 letters',
    line: text(message({ persoon: person({ geslachtsnaam: 'a'.repeat(201) }) })),
    reasons: ['INVALID_FIELD persoon.geslachtsnaam'],
  },
  {
    what: 'an escaped NUL in a name',
    line: text(message({ persoon: person({ voornamen: 'Jo\u0000' }) })),
    reasons: ['INVALID_FIELD persoon.voornamen'],
  },
  {
    what: 'half a surrogate pair',
    line: text(message({ persoon: person({ voornamen: 'Jo\ud800' }) })),
    reasons: ['INVALID_FIELD persoon.voornamen'],
  },
  {
    what: 'a BSN with letters',
    line: text(message({ persoon: person({ bsn: '99999901A' }) })),
    reasons: ['INVALID_FIELD persoon.bsn'],
  },
  {
    what: 'a BSN of ten digits',
    line: text(message({ persoon: person({ bsn: '9999990110' }) })),
    reasons: ['INVALID_FIELD persoon.bsn'],
  },
  {
    what: 'a BSN as a number',
    line: text(message({ persoon: person({ bsn: 999999011 }) })),
    reasons: ['INVALID_FIELD persoon.bsn'],
  },
  {
    what: 'no birth date',
    line: text(message({ persoon: without(person(), 'geboortedatum') })),
    reasons: ['MISSING_FIELD persoon.geboortedatum'],
  },
  {
    what: 'a birth date as a number',
    line: text(message({ persoon: person({ geboortedatum: 19840311 }) })),
    reasons: ['INVALID_FIELD persoon.geboortedatum'],
  },
  {
    what: 'a birth date in Dutch notation',
    line: text(message({ persoon: person({ geboortedatum: '11-03-1984' }) })),
    reasons: ['INVALID_FIELD persoon.geboortedatum'],
  },
  {
    what: 'a birth date on 31 April',
    line: text(message({ persoon: person({ geboortedatum: '1984-04-31' }) })),
    reasons: ['IMPOSSIBLE_DATE persoon.geboortedatum'],
  },
  {
    what: 'a leap day in a common year',
    line: text(message({ persoon: person({ geboortedatum: '1985-02-29' }) })),
    reasons: ['IMPOSSIBLE_DATE persoon.geboortedatum'],
  },
  {
    what: 'a known day in an unknown month',
    line: text(message({ persoon: person({ geboortedatum: '1984-00-11' }) })),
    reasons: ['IMPOSSIBLE_DATE persoon.geboortedatum'],
  },
  {
    what: 'a birth after the message',
    line: text(message({ persoon: person({ geboortedatum: '2026-11-21' }) })),
    reasons: ['IMPOSSIBLE_DATE persoon.geboortedatum'],
  },
  {
    what: 'an unknown sex',
    line: text(message({ persoon: person({ geslacht: 'F' }) })),
    reasons: ['INVALID_FIELD persoon.geslacht'],
  },
  {
    what: 'aliases as text',
    line: text(message({ persoon: person({ aliassen: 'Jopie' }) })),
    reasons: ['INVALID_FIELD persoon.aliassen'],
  },
  { what: 'no case', line: text(without(message(), 'zaak')), reasons: ['MISSING_FIELD zaak'] },
  {
    what: 'no case number',
    line: text(message({ zaak: without(zaak(), 'parketnummer') })),
    reasons: ['MISSING_FIELD zaak.parketnummer'],
  },
  {
    what: 'a blank case number',
    line: text(message({ zaak: zaak({ parketnummer: '' }) })),
    reasons: ['INVALID_FIELD zaak.parketnummer'],
  },
  {
    what: 'several faults, all of them told',
    line: text(message({ tijdstip: 'gisteren', persoon: person({ bsn: 'x', geboortedatum: 7 }) })),
    reasons: ['INVALID_FIELD tijdstip', 'INVALID_FIELD persoon.bsn', 'INVALID_FIELD persoon.geboortedatum'],
  },
];

/** Facts, decisions and retractions that cannot be. */
export const CASE_LINES: readonly BadLine[] = [
  {
    what: 'a case without facts',
    line: text(message({ zaak: zaak({ feiten: [] }) })),
    reasons: ['NO_FACTS zaak.feiten'],
  },
  {
    what: 'a case whose facts are left out',
    line: text(message({ zaak: without(zaak(), 'feiten') })),
    reasons: ['NO_FACTS zaak.feiten'],
  },
  {
    what: 'facts that are no list',
    line: text(message({ zaak: zaak({ feiten: { 1: fact() } }) })),
    reasons: ['INVALID_FIELD zaak.feiten'],
  },
  {
    what: 'the same fact number twice',
    line: text(message({ zaak: zaak({ feiten: [fact(), fact()] }) })),
    reasons: ['DUPLICATE_FACT zaak.feiten[1].feitnummer'],
  },
  {
    what: 'fact number zero',
    line: text(withFact({ feitnummer: 0 })),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'half a fact number',
    line: text(withFact({ feitnummer: 1.5 })),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'a fact number as text',
    line: text(withFact({ feitnummer: '1' })),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'a provision without an article',
    line: text(withFact({ strafbepalingen: [{ wet: 'Sr' }] })),
    reasons: ['MISSING_FIELD zaak.feiten[0].strafbepalingen[0].artikel'],
  },
  {
    what: 'an article as a number',
    line: text(withFact({ strafbepalingen: [{ wet: 'Sr', artikel: 272 }] })),
    reasons: ['INVALID_FIELD zaak.feiten[0].strafbepalingen[0].artikel'],
  },
  {
    what: 'an act after the message',
    line: text(withFact({ pleegdatum: '2027-01-01' })),
    reasons: ['IMPOSSIBLE_DATE zaak.feiten[0].pleegdatum'],
  },
  {
    what: 'an act that ends before it starts',
    line: text(withFact({ pleegdatumTot: '2026-02-10' })),
    reasons: ['IMPOSSIBLE_DATE zaak.feiten[0].pleegdatumTot'],
  },
  {
    what: 'an act in month thirteen',
    line: text(withFact({ pleegdatum: '2026-13-01' })),
    reasons: ['IMPOSSIBLE_DATE zaak.feiten[0].pleegdatum'],
  },
  {
    what: 'a detention that ends before it starts',
    line: text(withFact({ detentie: [{ van: '2026-03-02', tot: '2026-03-01' }] })),
    reasons: ['IMPOSSIBLE_DATE zaak.feiten[0].detentie[0].tot'],
  },
  {
    what: 'an unknown kind of decision',
    line: text(withDecision({ soort: 'berisping' })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].soort'],
  },
  {
    what: 'an unknown outcome',
    line: text(withDecision({ uitspraak: 'schuldig' })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].uitspraak'],
  },
  {
    what: 'a decision of which the day is unknown',
    line: text(withDecision({ datum: '2026-11-00' })),
    reasons: ['IMPOSSIBLE_DATE zaak.feiten[0].beslissingen[0].datum'],
  },
  {
    what: 'a fourth instance',
    line: text(withDecision({ aanleg: 4 })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].aanleg'],
  },
  {
    what: 'a dismissal code as a number',
    line: text(withDecision({ sepotcode: 2 })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].sepotcode'],
  },
  {
    what: 'yes instead of true',
    line: text(withDecision({ voldaan: 'ja' })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].voldaan'],
  },
  {
    what: 'an unknown penalty',
    line: text(withDecision({ straffen: [{ soort: 'schandpaal' }] })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].soort'],
  },
  {
    what: 'a fine below zero',
    line: text(withDecision({ straffen: [{ soort: 'geldboete', bedrag: -1 }] })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].bedrag'],
  },
  {
    what: 'an amount with cents behind a point',
    line: text(withDecision({ straffen: [{ soort: 'geldboete', bedrag: 12.5 }] })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].bedrag'],
  },
  {
    what: 'an unknown unit',
    line: text(withDecision({ straffen: [{ soort: 'taakstraf', duur: 6, eenheid: 'week' }] })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].eenheid'],
  },
  {
    what: 'a decision that is null',
    line: text(withFact({ beslissingen: [null] })),
    reasons: ['MISSING_FIELD zaak.feiten[0].beslissingen[0]'],
  },
  {
    what: 'a retraction without a case',
    line: text(without(message({ soort: 'verwijdering' }), 'zaak')),
    reasons: ['MISSING_FIELD zaak'],
  },
  {
    what: 'a retraction of no facts at all',
    line: text(message({ soort: 'verwijdering', zaak: { parketnummer: '16-123456-26', feitnummers: [] } })),
    reasons: ['INVALID_FIELD zaak.feitnummers'],
  },
  {
    what: 'a retraction of fact "1"',
    line: text(message({ soort: 'verwijdering', zaak: { parketnummer: '16-123456-26', feitnummers: ['1'] } })),
    reasons: ['INVALID_FIELD zaak.feitnummers[0]'],
  },
  {
    what: 'a summons without a kind beside a good one',
    line: text(withFact({ beslissingen: [decision(), without(decision(), 'soort')] })),
    reasons: ['MISSING_FIELD zaak.feiten[0].beslissingen[1].soort'],
  },
];
