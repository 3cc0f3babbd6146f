import type { TaskIdentityView, TaskLine, TaskRelevanceView, TaskView } from '../../db/contract/tasks.ts';
import { explainHit } from '../../matching/explain.ts';
import type { Decision, Fact } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import { formatPartialDate } from '../domain/partial-date.ts';
import type { Disposition } from '../domain/task.ts';
import { dutchDay } from '../review/calendar.ts';
import { DECISION_WORDS, VERDICT_OUTCOME_WORDS } from '../texts/case-words.ts';
import { dismissalWords } from '../texts/dismissal.ts';
import { levelSentence, matchSummary } from '../texts/matching.ts';
import { reasonSentence } from '../texts/relevance.ts';
import { RATING_WORDS } from '../texts/relevance-words.ts';
import { BAND_WORDS, QUESTION_WORDS, TASK_STATE_WORDS, VERDICT_WORDS } from '../texts/review.ts';
import { type TaskLabel, taskLabel } from '../texts/task-page.ts';

const LABEL_WIDTH = 18;
const VALUE_WIDTH = 34;

const percent = (probability: number): string => `${(100 * probability).toFixed(1)} %`;
const bits = (milliBits: number): string => `${milliBits < 0 ? '' : '+'}${(milliBits / 1000).toFixed(2)}`;
const row = (label: string, value: string): string => `  ${label.padEnd(LABEL_WIDTH)} ${value}`;

/** One line of the queue. */
export function lineText(
  { taskId, caseNumber, state, band, probability, revealed }: TaskLine,
  language: Language,
): string {
  const rating = revealed === null ? [] : [RATING_WORDS[revealed.rating][language], dutchDay(revealed.dueAt)];
  const shown = [TASK_STATE_WORDS[state][language], BAND_WORDS[band][language], percent(probability), ...rating];
  return [taskId, caseNumber, ...shown].join('  ');
}

function comparison({ person, subject }: TaskIdentityView, language: Language): readonly string[] {
  const { identity } = subject;
  const name = (particle: string, surname: string): string => [particle, surname].filter(Boolean).join(' ');
  const fields: readonly (readonly [TaskLabel, string, string])[] = [
    ['bsn', person.bsn ?? '', identity.bsn ?? ''],
    ['surname', name(person.particle, person.surname), name(identity.particle, identity.surname)],
    ['partner_surname', '', name(identity.partnerParticle, identity.partnerSurname)],
    ['given_names', person.givenNames, identity.givenNames],
    ['initials', person.initials, identity.initials],
    ['call_name', '', identity.callName],
    ['birth_date', formatPartialDate(person.birthDate), formatPartialDate(identity.birthDate)],
    ['birth_place', person.birthPlace, identity.birthPlace],
    ['sex', person.sex ?? '', identity.sex ?? ''],
    ['aliases', person.aliases.join('; '), identity.aliases.join('; ')],
  ];
  const missing = taskLabel('missing', language);
  const heading = row('', taskLabel('entry', language).padEnd(VALUE_WIDTH) + taskLabel('register', language));
  const rows = fields
    .filter(([, ours, theirs]) => ours !== '' || theirs !== '')
    .map(([label, ours, theirs]) =>
      row(taskLabel(label, language), (ours || missing).padEnd(VALUE_WIDTH) + (theirs || missing)),
    );
  return [heading, ...rows];
}

function answers(dispositions: readonly Disposition[], language: Language): readonly string[] {
  return dispositions.map(({ decidedAt, verdict, reason, retiredAt }) => {
    const retired = retiredAt === null ? '' : ` (${taskLabel('retired', language)})`;
    return row(dutchDay(decidedAt), [VERDICT_WORDS[verdict][language] + retired, reason].filter(Boolean).join(': '));
  });
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

function identityText(view: TaskIdentityView, language: Language): readonly string[] {
  const { hit, rivals, earlierVerdict, identityDispositions } = view;
  const { priorMilliBits, terms } = hit.evidence;
  const evidence = terms.map(({ attribute, level, weightMilliBits }) =>
    row(bits(weightMilliBits), levelSentence({ code: `${attribute}.${level}` }, language)),
  );
  const others = rivals.map((rival) =>
    row(rival.personnelNumber, `${BAND_WORDS[rival.hit.band][language]}  ${percent(rival.hit.probability)}`),
  );
  const earlier =
    earlierVerdict === null
      ? []
      : [row(dutchDay(earlierVerdict.decidedAt), VERDICT_WORDS[earlierVerdict.verdict][language])];
  return [
    ...section(`A. ${QUESTION_WORDS.identity[language]}`, [`  ${matchSummary(explainHit(hit), language)}`]),
    '',
    ...comparison(view, language),
    ...section(taskLabel('evidence', language), [row(bits(priorMilliBits), taskLabel('prior', language)), ...evidence]),
    ...section(taskLabel('rivals', language), others),
    ...section(taskLabel('earlier', language), earlier),
    ...section(taskLabel('answers', language), answers(identityDispositions, language)),
  ];
}

/** What was decided about a fact, and when. */
export function decisionText(
  { kind, outcome, dismissalCode, date, irrevocableDate }: Decision,
  language: Language,
): string {
  const words = [
    kind === 'dismissal' && dismissalCode !== null
      ? dismissalWords(dismissalCode, language)
      : DECISION_WORDS[kind][language],
    outcome === null ? '' : VERDICT_OUTCOME_WORDS[outcome][language],
    date === null ? '' : formatPartialDate(date),
    irrevocableDate === null ? '' : `${taskLabel('irrevocable', language)} ${formatPartialDate(irrevocableDate)}`,
  ];
  return words.filter(Boolean).join(' ');
}

function factText(fact: Fact, language: Language): readonly string[] {
  const provisions = fact.provisions.map(({ law, article }) => `${article} ${law}`).join(', ');
  const act = fact.actDate === null ? taskLabel('missing', language) : formatPartialDate(fact.actDate);
  const decisions = fact.decisions.map((decision) => decisionText(decision, language));
  return [
    row(
      `${taskLabel('fact', language)} ${fact.factNumber}`,
      [fact.qualification, provisions].filter(Boolean).join('; '),
    ),
    row(taskLabel('act_date', language), act),
    row('', decisions.length === 0 ? taskLabel('open_case', language) : decisions.join(', ')),
  ];
}

function relevanceText(view: TaskRelevanceView, language: Language): readonly string[] {
  const { rating, dueAt, dispositions } = view;
  const shown = `${RATING_WORDS[rating.level][language]} (${rating.ruleId}, ${rating.policyVersion})`;
  return [
    ...section(
      `B. ${QUESTION_WORDS.relevance[language]}`,
      view.case.facts.flatMap((fact) => factText(fact, language)),
    ),
    row(taskLabel('rating', language), shown),
    ...rating.reasons.map((reason) => row('', reasonSentence(reason, language))),
    row(taskLabel('due', language), dutchDay(dueAt)),
    ...section(taskLabel('answers', language), answers(dispositions, language)),
  ];
}

/** A task as far as the account may see it. */
export function viewText({ identity, relevance }: TaskView, language: Language): string {
  const head = [
    `${identity.taskId}  ${identity.caseNumber}`,
    row(taskLabel('state', language), TASK_STATE_WORDS[identity.state][language]),
    row(taskLabel('band', language), `${BAND_WORDS[identity.band][language]}  ${percent(identity.probability)}`),
  ];
  const parts = [
    ...identityText(identity, language),
    ...(relevance === null ? [] : relevanceText(relevance, language)),
  ];
  return [...head, ...parts].join('\n');
}
