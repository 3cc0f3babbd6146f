import type { DecisionKind, VerdictOutcome } from '../domain/case.ts';
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
