import type { TaskRelevanceView, TaskView } from '../../../db/contract/tasks.ts';
import type { RatingLevel } from '../../domain/rating.ts';
import { dutchDay } from '../../review/calendar.ts';
import { dayText } from '../../texts/dates.ts';
import { reasonSentence } from '../../texts/relevance.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { badge, type Tone } from '../components/badge.ts';
import { factList } from '../components/facts.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { facts } from './facts.ts';
import { otherTasks } from './other-tasks.ts';
import { timeline } from './timeline.ts';
import { verdictList } from './verdicts.ts';

const TONES: Readonly<Record<RatingLevel, Tone>> = {
  high: 'problem',
  medium: 'attention',
  low: 'neutral',
  none: 'neutral',
};

function subject({ say }: AccountVisit, { identity }: TaskView): Html {
  const { functionClass, regime, kind, position } = identity.subject;
  return factList([
    [say('relevance.function_class'), say(`relevance.function_class.${functionClass}`)],
    [say('relevance.regime'), say(`relevance.regime.${regime}`)],
    [say('relevance.kind'), say(`relevance.kind.${kind}`)],
    [say('relevance.position'), position],
  ]);
}

function rating({ say, language }: AccountVisit, { rating: proposed, dueAt }: TaskRelevanceView): Html {
  const { level, ruleId, policyVersion, reasons } = proposed;
  const sentences = reasons.map((reason) => html`<li>${reasonSentence(reason, language)}</li>`);
  return html`<h3 class="utrecht-heading-3">${say('relevance.rating')}: ${badge(RATING_WORDS[level][language], TONES[level])}</h3>
${factList([
  [say('relevance.rating.rule'), ruleId],
  [say('relevance.rating.policy'), policyVersion],
  [say('relevance.due'), dayText(dutchDay(dueAt), language)],
])}
<ul class="screening-sentences">${sentences}</ul>`;
}

/** Screen B: what this is about. Only ever made of what the Store gave because A is answered. */
export async function relevanceScreen(
  visit: AccountVisit,
  view: TaskView,
  relevance: TaskRelevanceView,
): Promise<Html> {
  const { say } = visit;
  const given = verdictList(visit, view.names, relevance.dispositions);
  const answers =
    given.length === 0
      ? null
      : html`<h3 class="utrecht-heading-3">${say('relevance.answers')}</h3><ul class="screening-verdicts">${given}</ul>`;
  return html`${subject(visit, view)}
${await facts(visit, view, relevance.case.facts)}
${rating(visit, relevance)}
${answers}
${timeline(visit, relevance)}
${otherTasks(visit, view.identity.subjectId, relevance)}`;
}
