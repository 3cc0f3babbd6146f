import type { TaskView } from '../../../db/contract/tasks.ts';
import { ageInYears } from '../../domain/age.ts';
import type { Fact } from '../../domain/case.ts';
import type { FactRating } from '../../domain/relevance.ts';
import type { Policy } from '../../relevance/policy.ts';
import { factRatings } from '../../relevance/rate.ts';
import { dutchDay } from '../../review/calendar.ts';
import { dateText } from '../../texts/dates.ts';
import { dismissalWords } from '../../texts/dismissal.ts';
import { maxPenaltyWords } from '../../texts/penalties.ts';
import { FACT_STATUS_WORDS, REFERENCE_DATE_WORDS } from '../../texts/relevance-words.ts';
import { badge } from '../components/badge.ts';
import { factList } from '../components/facts.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { decidedOn, decisionText, detentionText, provisionText } from './decision-text.ts';

/** How each fact stands, by the policy in force; of the rating itself the task's own is shown, not one made here. */
function standings(
  policy: Policy,
  { now }: AccountVisit,
  { identity }: TaskView,
  facts: readonly Fact[],
): readonly FactRating[] {
  const { kind, functionClass, identity: who } = identity.subject;
  const rated = facts.map((fact) => ({
    fact,
    ageAtActYears: ageInYears(who.birthDate, fact.actDateUntil ?? fact.actDate),
  }));
  const about = { functionClass, subjectKind: kind, confirmedEarlierFacts: [], reportedBySubject: false };
  return factRatings({ ...about, facts: rated, today: dutchDay(now) }, policy);
}

function actDate({ say, language }: AccountVisit, { actDate: from, actDateUntil: until }: Fact): string {
  if (from === null) return say('identity.missing');
  const start = dateText(from, language);
  return until === null ? start : say('relevance.period', { from: start, until: dateText(until, language) });
}

/** The law's own word; a ground of dismissal goes with it. */
function status({ language }: AccountVisit, { status: word, dismissalCode }: FactRating): Html {
  const ground = word === 'dismissed' ? ` (${dismissalCode ?? '?'}: ${dismissalWords(dismissalCode, language)})` : '';
  return html`<strong>${FACT_STATUS_WORDS[word][language]}${ground}</strong>`;
}

function offence({ say, language }: AccountVisit, standing: FactRating): string {
  if (standing.offence === null) return say('relevance.offence.unknown');
  const { reference, nameNl, nameEn, kind } = standing.offence;
  // `misdrijf` and `overtreding` are words of Dutch law that English has none for.
  return `${reference}: ${language === 'nl' ? nameNl : nameEn} (${kind})`;
}

function referenceDate({ language }: AccountVisit, { referenceDate: date, referenceDateKind }: FactRating): string {
  const kind = REFERENCE_DATE_WORDS[referenceDateKind][language];
  return date === null ? kind : `${kind}, ${dateText(date, language)}`;
}

function bullets(items: readonly Piece[]): Html | null {
  return items.length === 0
    ? null
    : html`<ul class="screening-reasons">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function factCard(visit: AccountVisit, fact: Fact, standing: FactRating): Html {
  const { say, language } = visit;
  const decisions = fact.decisions.map((decision) =>
    [decidedOn(visit, decision), decisionText(visit, decision)].filter(Boolean).join(': '),
  );
  const months = standing.maxPenaltyMonths;
  return html`<li class="screening-card">
<h4 class="utrecht-heading-4">${say('relevance.fact', { number: fact.factNumber })}</h4>
${factList([
  [say('relevance.status'), status(visit, standing)],
  [say('relevance.irrevocable'), say(standing.irrevocable ? 'relevance.irrevocable.yes' : 'relevance.irrevocable.no')],
  [say('relevance.qualification'), fact.qualification],
  [say('relevance.provisions'), bullets(fact.provisions.map(provisionText))],
  [say('relevance.offence'), offence(visit, standing)],
  [say('relevance.max_penalty'), months === null ? null : maxPenaltyWords(months, language)],
  [
    say('relevance.act_date'),
    html`${actDate(visit, fact)}${standing.minorAtAct ? html` ${badge(say('relevance.minor'), 'attention')}` : null}`,
  ],
  [say('relevance.decisions'), bullets(decisions) ?? say('relevance.decisions.none')],
  [say('relevance.detention'), bullets(fact.detention.map((period) => detentionText(visit, period)))],
  [say('relevance.reference_date'), referenceDate(visit, standing)],
])}
</li>`;
}

/** The facts of the case as the newest message gives them, each with its status in the law's own words. */
export async function facts(visit: AccountVisit, view: TaskView, all: readonly Fact[]): Promise<Html> {
  const known = standings(await visit.policyInForce(), visit, view, all);
  const cards = all.flatMap((fact) => {
    const standing = known.find(({ factNumber }) => factNumber === fact.factNumber);
    return standing === undefined ? [] : [factCard(visit, fact, standing)];
  });
  return html`<h3 class="utrecht-heading-3">${visit.say('relevance.facts')}</h3>
<ul class="screening-cards screening-cards--wide">${cards}</ul>`;
}
