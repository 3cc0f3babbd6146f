import type { BadLine } from './bad-line.ts';

/** How the text of a good message is bent, and every reason for which it is then quarantined. */
export interface BadMessage extends Omit<BadLine, 'line'> {
  readonly bend: (xml: string) => string;
}

const NOTHING = ['berichtId', 'soort', 'tijdstip', 'persoon', 'zaak'].map((field) => `MISSING_FIELD ${field}` as const);

const in_ = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to);

/** Messages in XML that cannot be read as one, in a document that is well-formed. */
export const BAD_MESSAGES: readonly BadMessage[] = [
  {
    what: 'two surnames',
    bend: in_('<geslachtsnaam>', '<geslachtsnaam>Vries</geslachtsnaam><geslachtsnaam>'),
    reasons: ['DUPLICATE_KEY persoon.geslachtsnaam'],
  },
  {
    what: 'two act dates',
    bend: in_('<pleegdatum>', '<pleegdatum>2026-02-12</pleegdatum><pleegdatum>'),
    reasons: ['DUPLICATE_KEY zaak.feiten[0].pleegdatum'],
  },
  {
    what: 'two persons',
    bend: in_(/(<persoon>[\s\S]*<\/persoon>)/, '$1$1'),
    reasons: ['DUPLICATE_KEY persoon'],
  },
  { what: 'no facts', bend: in_(/<feiten>[\s\S]*<\/feiten>/, ''), reasons: ['NO_FACTS zaak.feiten'] },
  { what: 'an empty surname', bend: in_('Jong', ''), reasons: ['MISSING_FIELD persoon.geslachtsnaam'] },
  {
    what: 'a fact number in words',
    bend: in_('<feitnummer>1<', '<feitnummer>een<'),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'a fact number with an exponent',
    bend: in_('<feitnummer>1<', '<feitnummer>1e0<'),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'a number with a point between thousands',
    bend: in_('<duur>60<', '<duur>1.000<'),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].duur'],
  },
  { what: 'a message of nothing', bend: () => '<bericht/>', reasons: NOTHING, messageId: null },
  {
    what: 'a person of nothing',
    bend: in_(/<persoon>[\s\S]*<\/persoon>/, '<persoon/>'),
    reasons: ['MISSING_FIELD persoon.geslachtsnaam', 'MISSING_FIELD persoon.geboortedatum'],
  },
  { what: 'no message id', bend: in_(/<berichtId>.*/, ''), reasons: ['MISSING_FIELD berichtId'], messageId: null },
  { what: 'an unknown kind of message', bend: in_('>nieuw<', '>vervallen<'), reasons: ['INVALID_FIELD soort'] },
  {
    what: 'an unknown kind of decision',
    bend: in_('>vonnis<', '>berisping<'),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].soort'],
  },
  { what: 'a BSN with letters', bend: in_('999999011', '99999901A'), reasons: ['INVALID_FIELD persoon.bsn'] },
  {
    what: 'a birth date as a number',
    bend: in_('1984-03-00', '19840300'),
    reasons: ['INVALID_FIELD persoon.geboortedatum'],
  },
  {
    what: 'an act after the message',
    bend: in_('2026-02-11', '2027-02-11'),
    reasons: ['IMPOSSIBLE_DATE zaak.feiten[0].pleegdatum'],
  },
  {
    what: 'a moment years after the delivery',
    bend: in_('<tijdstip>2026', '<tijdstip>2099'),
    reasons: ['IMPOSSIBLE_DATE tijdstip'],
  },
  {
    what: 'yes instead of true',
    bend: in_('<voorwaardelijk>false<', '<voorwaardelijk>nee<'),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].voorwaardelijk'],
  },
  {
    what: 'an impossible birth date',
    bend: in_('1984-03-00', '1984-13-00'),
    reasons: ['IMPOSSIBLE_DATE persoon.geboortedatum'],
  },
  {
    what: 'text between elements',
    bend: in_('<persoon>', 'zie bijlage<persoon>'),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  { what: 'an element inside a text', bend: in_('Jong', 'Jo<b>ng</b>'), reasons: ['UNREADABLE'], messageId: null },
  {
    what: 'elements a hundred deep',
    bend: in_('<persoon>', `${'<x>'.repeat(100)}${'</x>'.repeat(100)}<persoon>`),
    reasons: ['UNREADABLE'],
    messageId: null,
  },
  {
    what: 'a message of ten megabytes',
    bend: in_('Jong', 'g'.repeat(10_000_000)),
    reasons: ['TOO_LONG'],
    messageId: null,
  },
];
