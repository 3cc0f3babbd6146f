import type { DecisionKind, DurationUnit, PenaltyKind, VerdictOutcome } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import type { Phrase } from './relevance-words.ts';

/** What prosecutor or court did with a fact, in the law's own words. */
export const DECISION_WORDS: Readonly<Record<DecisionKind, Phrase>> = {
  summons: { nl: 'dagvaarding', en: 'summons' },
  dismissal: { nl: 'sepot', en: 'dismissal' },
  transaction: { nl: 'transactie', en: 'transaction' },
  penal_order: { nl: 'strafbeschikking', en: 'penal order' },
  verdict: { nl: 'vonnis', en: 'verdict' },
  appeal: { nl: 'hoger beroep ingesteld', en: 'appeal lodged' },
  annulment: { nl: 'vernietiging', en: 'annulment' },
  execution: { nl: 'tenuitvoerlegging', en: 'execution' },
};

export const VERDICT_OUTCOME_WORDS: Readonly<Record<VerdictOutcome, Phrase>> = {
  conviction: { nl: 'veroordeeld', en: 'convicted' },
  acquittal: { nl: 'vrijgesproken', en: 'acquitted' },
  discharge: { nl: 'ontslagen van rechtsvervolging', en: 'discharged from prosecution' },
  guilty_without_penalty: { nl: 'schuldig verklaard zonder straf', en: 'found guilty without penalty' },
};

export const PENALTY_WORDS: Readonly<Record<PenaltyKind, Phrase>> = {
  imprisonment: { nl: 'gevangenisstraf', en: 'imprisonment' },
  detention: { nl: 'hechtenis', en: 'detention' },
  youth_detention: { nl: 'jeugddetentie', en: 'youth detention' },
  community_service: { nl: 'taakstraf', en: 'community service' },
  fine: { nl: 'geldboete', en: 'fine' },
  driving_ban: { nl: 'ontzegging van de rijbevoegdheid', en: 'driving ban' },
  disqualification: { nl: 'ontzetting uit rechten', en: 'disqualification' },
  measure: { nl: 'maatregel', en: 'measure' },
  other: { nl: 'andere straf', en: 'other penalty' },
};

/** A number of them: [one, more]. In Dutch `uur` and `jaar` do not change. */
export const DURATION_WORDS: Readonly<Record<DurationUnit, Readonly<Record<Language, readonly [string, string]>>>> = {
  day: { nl: ['dag', 'dagen'], en: ['day', 'days'] },
  month: { nl: ['maand', 'maanden'], en: ['month', 'months'] },
  year: { nl: ['jaar', 'jaar'], en: ['year', 'years'] },
  hour: { nl: ['uur', 'uur'], en: ['hour', 'hours'] },
};
