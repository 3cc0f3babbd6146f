import { decision, fact, message, type Wire, withDecision, withFact, zaak } from '../intake/wire.ts';
import { type BadLine, without } from './bad-line.ts';

const text = (value: Wire): string => JSON.stringify(value);

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
    what: 'a fact number beyond all counting',
    line: text(withFact({ feitnummer: '@' })).replace('"@"', '1e400'),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'a fact number that a computer rounds',
    line: text(withFact({ feitnummer: '@' })).replace('"@"', '9007199254740993'),
    reasons: ['INVALID_FIELD zaak.feiten[0].feitnummer'],
  },
  {
    what: 'a hundred faults, of which fifty are kept',
    line: text(message({ zaak: zaak({ feiten: Array.from({ length: 100 }, () => fact({ feitnummer: 'x' })) }) })),
    reasons: Array.from({ length: 50 }, (_, index) => `INVALID_FIELD zaak.feiten[${index}].feitnummer` as const),
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
    what: 'an amount as text',
    line: text(withDecision({ straffen: [{ soort: 'geldboete', bedrag: '100' }] })),
    reasons: ['INVALID_FIELD zaak.feiten[0].beslissingen[0].straffen[0].bedrag'],
  },
  {
    what: 'a corrected person without a person',
    line: text(without(message({ soort: 'identiteit' }), 'persoon')),
    reasons: ['MISSING_FIELD persoon'],
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
