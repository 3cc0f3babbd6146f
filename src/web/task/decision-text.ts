import type { Decision, DetentionPeriod, Penalty, Provision } from '../../domain/case.ts';
import type { Language } from '../../domain/language.ts';
import { DECISION_WORDS, DURATION_WORDS, PENALTY_WORDS, VERDICT_OUTCOME_WORDS } from '../../texts/case-words.ts';
import { dateText } from '../../texts/dates.ts';
import { dismissalWords } from '../../texts/dismissal.ts';
import { count } from '../format.ts';
import type { AccountVisit } from '../visit.ts';

const EURO: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
};

/** "artikel 272 lid 1 Sr". */
export function provisionText({ law, article, paragraph, subparagraph }: Provision): string {
  const lid = paragraph === '' ? '' : ` lid ${paragraph}`;
  return `${article}${lid}${subparagraph === '' ? '' : ` onder ${subparagraph}`} ${law}`;
}

/** "taakstraf 60 uur, voorwaardelijk". */
function penaltyText({ say, language }: AccountVisit, penalty: Penalty): string {
  const { kind, duration, unit, suspended, amountCents } = penalty;
  const length = unit === null || duration === null ? null : DURATION_WORDS[unit][language][duration === 1 ? 0 : 1];
  const parts = [
    PENALTY_WORDS[kind][language],
    length === null ? '' : `${count(duration ?? 0, language)} ${length}`,
    amountCents === null ? '' : EURO[language].format(amountCents / 100),
  ];
  return parts.filter(Boolean).join(' ') + (suspended ? `, ${say('relevance.suspended')}` : '');
}

/** "sepot 70 (verhouding tot de benadeelde)", "vonnis: veroordeeld". */
function what({ language }: AccountVisit, { kind, outcome, dismissalCode }: Decision): string {
  const word = DECISION_WORDS[kind][language];
  if (kind === 'dismissal') return `${word} ${dismissalCode ?? '?'} (${dismissalWords(dismissalCode, language)})`;
  return outcome === null ? word : `${word}: ${VERDICT_OUTCOME_WORDS[outcome][language]}`;
}

/** When a decision was made, in front of what `decisionText` says of it; blank when that is not known. */
export function decidedOn({ language }: AccountVisit, { date }: Decision): string {
  return date === null ? '' : dateText(date, language);
}

/** What was decided, by whom, and whether it stands: one decision on one line. */
export function decisionText(visit: AccountVisit, decision: Decision): string {
  const { say, language } = visit;
  const { authority, instance, irrevocableDate, conditions, compliedWith } = decision;
  const parts = [
    what(visit, decision),
    authority,
    instance === null ? '' : say('relevance.instance', { number: instance }),
    irrevocableDate === null ? '' : say('relevance.irrevocable_on', { date: dateText(irrevocableDate, language) }),
    conditions === null ? '' : say('relevance.conditions', { conditions }),
    compliedWith === null ? '' : say(compliedWith ? 'relevance.complied.yes' : 'relevance.complied.no'),
    ...decision.penalties.map((penalty) => penaltyText(visit, penalty)),
  ];
  return parts.filter(Boolean).join('; ');
}

export function detentionText({ say, language }: AccountVisit, { from, until }: DetentionPeriod): string {
  const start = dateText(from, language);
  return until === null ? start : say('relevance.period', { from: start, until: dateText(until, language) });
}
