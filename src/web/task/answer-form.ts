import type { TaskIdentityView, TaskRelevanceView, TaskView } from '../../../db/contract/tasks.ts';
import { addDays } from '../../domain/calendar-date.ts';
import type { Band } from '../../domain/hit.ts';
import { RATING_LEVELS } from '../../domain/rating.ts';
import type { Disposition } from '../../domain/task.ts';
import { dutchDay } from '../../review/calendar.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { QUESTION_WORDS, VERDICT_WORDS } from '../../texts/review.ts';
import { formToken, select } from '../components/form.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import {
  type AnswerProblem,
  type Draft,
  IDENTITY_VERDICTS,
  MOST_REASON_CHARACTERS,
  RELEVANCE_VERDICTS,
} from './draft.ts';

type Question = Disposition['question'];
type Verdict = (typeof IDENTITY_VERDICTS)[number] | (typeof RELEVANCE_VERDICTS)[number];

/** What was typed before, and which field is the reason that it was not taken. */
export interface Refused {
  readonly draft: Draft;
  readonly problem: AnswerProblem | null;
}

/** How long a source is usually given to answer. */
const USUAL_DAYS_TO_ANSWER = 14;

/** The field that the answer cannot do without; where the key of the answer leads. */
function firstToFillIn(verdict: Verdict, band: Band): string | null {
  if (band === 'strong' && (verdict === 'someone_else' || verdict === 'cannot_tell')) return 'reason';
  return verdict === 'cannot_tell' ? 'waitUntil' : null;
}

/** Choosing an answer that must have a day fills in the usual one, which stands there to be changed. */
function usualDay({ now }: AccountVisit, verdict: Verdict): Html | null {
  if (verdict !== 'cannot_tell') return null;
  return html` data-usual="${addDays(dutchDay(now), USUAL_DAYS_TO_ANSWER)}"`;
}

/** A key chooses an answer and records nothing; the button with the answer's own words on it does. */
function choice(visit: AccountVisit, { band }: TaskIdentityView, verdict: Verdict, key: number, chosen: string): Html {
  const { say, language } = visit;
  const then = firstToFillIn(verdict, band);
  const word = VERDICT_WORDS[verdict][language];
  const checked = verdict === chosen ? html` checked` : null;
  return html`<div class="utrecht-form-field utrecht-form-field--radio screening-answer__choice">
<input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name="verdict" id="verdict-${verdict}" value="${verdict}" required${checked} data-key="${key}" data-record="${say('answer.record.chosen', { verdict: word })}"${then === null ? null : html` data-then="${then}"`}${usualDay(visit, verdict)} aria-describedby="about-${verdict}">
<label class="utrecht-form-label" for="verdict-${verdict}">${word} <kbd class="screening-key">${key}</kbd></label>
<p class="utrecht-form-field-description" id="about-${verdict}">${say(`answer.${verdict}.about`)}</p>
</div>`;
}

/** Marks of a field that is the reason why an answer was not taken. */
function invalid(isInvalid: boolean): Html | null {
  return isInvalid ? html` aria-invalid="true"` : null;
}

function reasonField({ say }: AccountVisit, question: Question, { draft, problem }: Refused): Html {
  const isInvalid = problem === 'reason_required' || problem === 'too_long';
  return html`<div class="utrecht-form-field${isInvalid ? ' utrecht-form-field--invalid' : ''}">
<label class="utrecht-form-label" for="reason">${say('answer.reason')} <kbd class="screening-key">m</kbd></label>
<p class="utrecht-form-field-description" id="reason-hint">${say(`answer.reason.${question}`)}</p>
<textarea class="utrecht-textarea utrecht-textarea--html-textarea" id="reason" name="reason" rows="3" maxlength="${MOST_REASON_CHARACTERS}" data-key="m" aria-describedby="reason-hint"${invalid(isInvalid)}>
${draft.reason}</textarea>
</div>`;
}

function dayField({ say, now }: AccountVisit, question: Question, { draft, problem }: Refused): Html {
  const tomorrow = addDays(dutchDay(now), 1);
  const isInvalid = problem === 'date_required';
  return html`<div class="utrecht-form-field screening-answer__until${isInvalid ? ' utrecht-form-field--invalid' : ''}">
<label class="utrecht-form-label" for="waitUntil">${say('answer.until')}</label>
<p class="utrecht-form-field-description" id="until-hint">${say(`answer.until.${question}`)}</p>
<input class="utrecht-textbox utrecht-textbox--html-input" type="date" id="waitUntil" name="waitUntil" min="${tomorrow}" value="${draft.waitUntil}" aria-describedby="until-hint"${invalid(isInvalid)}>
</div>`;
}

function overrideField({ say, language }: AccountVisit, { rating }: TaskRelevanceView, { draft }: Refused): Html {
  const keep = { value: '', label: say('answer.override.keep', { rating: RATING_WORDS[rating.level][language] }) };
  const others = RATING_LEVELS.filter((level) => level !== rating.level).map((level) => ({
    value: level,
    label: RATING_WORDS[level][language],
  }));
  return select('overriddenRating', say('answer.override'), [keep, ...others], draft.overriddenRating);
}

/** One plain form for the question that is asked, with the version that is on the screen. */
export function answerForm(visit: AccountVisit, view: TaskView, question: Question, refused: Refused): Html {
  const { say, language, formToken: token } = visit;
  const { taskId, version } = view.identity;
  const verdicts: readonly Verdict[] = question === 'identity' ? IDENTITY_VERDICTS : RELEVANCE_VERDICTS;
  const override = view.relevance === null ? null : overrideField(visit, view.relevance, refused);
  return html`<form method="post" action="/tasks/${taskId}/${question}" class="screening-answer" data-answer>
${formToken(token)}
<input type="hidden" name="version" value="${version}">
<fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset screening-answer__choices">
<legend class="utrecht-heading-3">${QUESTION_WORDS[question][language]}</legend>
${verdicts.map((verdict, index) => choice(visit, view.identity, verdict, index + 1, refused.draft.verdict))}
</fieldset>
${dayField(visit, question, refused)}
${question === 'relevance' ? override : null}
${reasonField(visit, question, refused)}
<button type="submit" class="utrecht-button utrecht-button--primary-action" data-record-button>${say('answer.record')}</button>
</form>`;
}
