import { message, person, type Wire, zaak } from '../intake/wire.ts';
import { type BadLine, without } from './bad-line.ts';

const text = (value: Wire): string => JSON.stringify(value);

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
  {
    what: 'a message id that climbs folders',
    line: text(message({ berichtId: '../../etc/passwd' })),
    reasons: ['INVALID_FIELD berichtId'],
    messageId: null,
  },
  {
    what: 'SQL as message id',
    line: text(message({ berichtId: "1'; DROP TABLE lines;--" })),
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
  {
    what: 'a moment years after the delivery, which would be the truth until then',
    line: text(message({ tijdstip: '2099-01-01T00:00:00Z' })),
    reasons: ['IMPOSSIBLE_DATE tijdstip'],
  },
  {
    what: 'a person by way of a prototype',
    line: text(message()).replace('"persoon"', '"__proto__"'),
    reasons: ['MISSING_FIELD persoon'],
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
    what: 'a surname of a space without width',
    line: text(message({ persoon: person({ geslachtsnaam: '\u200b' }) })),
    reasons: ['INVALID_FIELD persoon.geslachtsnaam'],
  },
  {
    what: 'a name that turns the text around it',
    line: text(message({ persoon: person({ voornamen: 'Jo\u202enaj' }) })),
    reasons: ['INVALID_FIELD persoon.voornamen'],
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
    what: 'a BSN with dots',
    line: text(message({ persoon: person({ bsn: '9999.99.011' }) })),
    reasons: ['INVALID_FIELD persoon.bsn'],
  },
  {
    what: 'a BSN in digits of double width',
    line: text(message({ persoon: person({ bsn: '９９９９９９０１１' }) })),
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
    what: 'a birth year of two digits',
    line: text(message({ persoon: person({ geboortedatum: '84-03-11' }) })),
    reasons: ['INVALID_FIELD persoon.geboortedatum'],
  },
  {
    what: 'a moment as birth date',
    line: text(message({ persoon: person({ geboortedatum: '1984-03-11T00:00:00Z' }) })),
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
