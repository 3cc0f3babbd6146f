import type { CaseMessage, TaskRelevanceView } from '../../../db/contract/tasks.ts';
import { earliestDay } from '../../domain/calendar-date.ts';
import type { Fact } from '../../domain/case.ts';
import type { PartialDate } from '../../domain/partial-date.ts';
import { dutchDay } from '../../review/calendar.ts';
import { dateText, dayText } from '../../texts/dates.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { decisionText } from './decision-text.ts';

interface Happening {
  /** Sorts as text; blank = undated, which comes first. */
  readonly day: string;
  readonly when: string;
  readonly what: string;
}

function happening({ say, language }: AccountVisit, date: PartialDate | null, what: string): Happening {
  const known = date !== null && date.year !== null;
  return {
    day: known ? earliestDay(date) : '',
    when: known ? dateText(date, language) : say('relevance.timeline.undated'),
    what,
  };
}

function ofFact(visit: AccountVisit, fact: Fact): readonly Happening[] {
  const { say } = visit;
  const number = fact.factNumber;
  const decisions = fact.decisions.map((decision) =>
    happening(visit, decision.date, `${say('relevance.timeline.fact', { number })}: ${decisionText(visit, decision)}`),
  );
  return [happening(visit, fact.actDate, say('relevance.timeline.act', { number })), ...decisions];
}

function ofMessage({ say, language }: AccountVisit, message: CaseMessage): Happening {
  const key = message.isRetraction ? 'relevance.timeline.retraction' : 'relevance.timeline.message';
  const day = dutchDay(message.occurredAt);
  const what = say(key, { message: message.messageId, delivery: message.deliveryId });
  return { day, when: dayText(day, language), what };
}

/**
 * Acts, decisions and messages in one order. What a message said before it was overtaken is not kept, so an earlier one
 * is a date and a number.
 */
export function timeline(visit: AccountVisit, { case: content, messages }: TaskRelevanceView): Html {
  const all = [
    ...content.facts.flatMap((fact) => ofFact(visit, fact)),
    ...messages.map((message) => ofMessage(visit, message)),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const items = all.map(
    ({ when, what }) => html`<li><span class="screening-timeline__when">${when}</span> ${what}</li>`,
  );
  return html`<h3 class="utrecht-heading-3">${visit.say('relevance.timeline')}</h3>
<ol class="screening-timeline">${items}</ol>`;
}
