import type { TaskView } from '../../../db/contract/tasks.ts';
import type { Disposition } from '../../domain/task.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { VERDICT_WORDS } from '../../texts/review.ts';
import { badge } from '../components/badge.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';

function ratingNote({ say, language }: AccountVisit, { proposedRating, overriddenRating }: Disposition): string | null {
  if (proposedRating === null) return null;
  const rating = RATING_WORDS[proposedRating][language];
  if (overriddenRating === null) return say('relevance.proposed', { rating });
  return say('relevance.overridden', { rating, override: RATING_WORDS[overriddenRating][language] });
}

/** Answers in the order in which they were given, with who gave them and why; retired ones say that they are. */
export function verdictList(
  visit: AccountVisit,
  names: TaskView['names'],
  dispositions: readonly Disposition[],
): readonly Html[] {
  const { say, language, account } = visit;
  return dispositions.map((disposition) => {
    const { verdict, accountId, decidedAt, reason, secondLook, retiredAt } = disposition;
    const who = accountId === account.accountId ? say('task.you') : (names[accountId] ?? '');
    const marks = [
      secondLook ? badge(say('identity.second_look'), 'neutral') : null,
      retiredAt === null ? null : badge(say('identity.retired'), 'attention'),
    ];
    const rating = ratingNote(visit, disposition);
    return html`<li><strong>${VERDICT_WORDS[verdict][language]}</strong> ${marks}<br>
<span class="screening-note">${who}, ${moment(decidedAt, language)}${rating === null ? null : html`; ${rating}`}</span>
${reason === '' ? null : html`<p class="utrecht-paragraph">${reason}</p>`}</li>`;
  });
}
