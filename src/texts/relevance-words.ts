import type { Language } from '../domain/language.ts';
import type { RatingLevel } from '../domain/rating.ts';
import type { Disposal, FactStatus, ReferenceDateKind, Tier } from '../domain/relevance.ts';

/** One phrase in every language; the compiler misses none. */
export type Phrase = Readonly<Record<Language, string>>;

export const RATING_WORDS: Readonly<Record<RatingLevel, Phrase>> = {
  high: { nl: 'hoog', en: 'high' },
  medium: { nl: 'middel', en: 'medium' },
  low: { nl: 'laag', en: 'low' },
  none: { nl: 'geen', en: 'none' },
};

export const TIER_WORDS: Readonly<Record<Tier, Phrase>> = {
  T1: { nl: 'raakt de kern van het werk (T1)', en: 'touches the core of the work (T1)' },
  T2: { nl: 'ander misdrijf, maximum drie jaar of meer (T2)', en: 'other crime, maximum three years or more (T2)' },
  T3: { nl: 'ander misdrijf, maximum onder drie jaar (T3)', en: 'other crime, maximum below three years (T3)' },
  T4: { nl: 'overtreding die op de lijst staat (T4)', en: 'minor offence that is on the list (T4)' },
  T5: { nl: 'andere overtreding (T5)', en: 'other minor offence (T5)' },
};

export const DISPOSAL_WORDS: Readonly<Record<Disposal, Phrase>> = {
  D1: { nl: 'open zaak (D1)', en: 'open case (D1)' },
  D2: {
    nl: 'onherroepelijk, met vrijheidsstraf of taakstraf (D2)',
    en: 'irrevocable, with custody or community service (D2)',
  },
  D3: {
    nl: 'andere veroordeling, strafbeschikking of transactie (D3)',
    en: 'other conviction, penal order or settlement (D3)',
  },
  D4: { nl: 'beleidssepot (D4)', en: 'dismissed on policy grounds (D4)' },
  D5: {
    nl: 'technisch sepot, vrijspraak of ontslag van rechtsvervolging (D5)',
    en: 'dismissed on technical grounds, acquitted or discharged (D5)',
  },
  D6: { nl: 'had niet vastgelegd mogen blijven (D6)', en: 'may not stay on record (D6)' },
};

/** The law's own words, and no stronger ones: who is not irrevocably convicted is a suspect (Wjsg 7c). */
export const FACT_STATUS_WORDS: Readonly<Record<FactStatus, Phrase>> = {
  suspect: { nl: 'verdacht', en: 'suspected' },
  dismissed: { nl: 'geseponeerd', en: 'dismissed by the prosecutor' },
  transaction_offered: { nl: 'transactie aangeboden', en: 'settlement offered' },
  transaction_paid: { nl: 'transactie voldaan', en: 'settlement complied with' },
  penal_order_open: { nl: 'strafbeschikking, niet onherroepelijk', en: 'penal order, not irrevocable' },
  penalised: { nl: 'strafbeschikking, onherroepelijk', en: 'penal order, irrevocable' },
  convicted_not_final: { nl: 'veroordeeld, niet onherroepelijk', en: 'convicted, not irrevocable' },
  convicted: { nl: 'veroordeeld, onherroepelijk', en: 'convicted, irrevocable' },
  guilty_without_penalty_not_final: {
    nl: 'schuldig verklaard zonder straf, niet onherroepelijk',
    en: 'found guilty without penalty, not irrevocable',
  },
  guilty_without_penalty: {
    nl: 'schuldig verklaard zonder straf, onherroepelijk',
    en: 'found guilty without penalty, irrevocable',
  },
  acquitted_not_final: { nl: 'vrijgesproken, niet onherroepelijk', en: 'acquitted, not irrevocable' },
  acquitted: { nl: 'vrijgesproken, onherroepelijk', en: 'acquitted, irrevocable' },
  discharged_not_final: {
    nl: 'ontslagen van rechtsvervolging, niet onherroepelijk',
    en: 'discharged from prosecution, not irrevocable',
  },
  discharged: { nl: 'ontslagen van rechtsvervolging, onherroepelijk', en: 'discharged from prosecution, irrevocable' },
  annulled: { nl: 'beslissing vernietigd', en: 'decision annulled' },
};

/** Which date a fact's age counts from, as screen B says it. */
export const REFERENCE_DATE_WORDS: Readonly<Record<ReferenceDateKind, Phrase>> = {
  first_verdict: { nl: 'vonnis in eerste aanleg', en: 'verdict in first instance' },
  penal_order: { nl: 'strafbeschikking', en: 'penal order' },
  transaction: { nl: 'transactie', en: 'settlement' },
  dismissal: { nl: 'sepot', en: 'dismissal' },
  act: { nl: 'pleegdatum', en: 'date of the act' },
  unknown: { nl: 'onbekend', en: 'unknown' },
};
