import type { TaskFilter } from '../../../db/contract/tasks.ts';
import { BANDS, type Band } from '../../domain/hit.ts';
import { RATING_LEVELS, type RatingLevel } from '../../domain/rating.ts';
import { TASK_STATES, type TaskState } from '../../domain/task.ts';
import { isSenior } from '../../review/reviewers.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS, TASK_STATE_WORDS } from '../../texts/review.ts';
import { checkbox, select, submit } from '../components/form.ts';
import { type Html, html } from '../html.ts';
import type { AccountVisit } from '../visit.ts';

const TASKS_PER_PAGE = 25;
/** What there is to do now; shown when nobody asks for something else. */
const TO_DO: readonly TaskState[] = TASK_STATES.filter(
  (state) => state !== 'closed' && state !== 'withdrawn' && state !== 'waiting',
);

/** What is asked for in the address. */
export interface Asked {
  readonly band: Band | null;
  /** Null: what there is to do. */
  readonly state: TaskState | 'all' | null;
  /** Only what the account has in hand. */
  readonly mine: boolean;
  /** Null for all, and for whoever may not see ratings in a list. */
  readonly rating: RatingLevel | null;
  readonly overdue: boolean;
  readonly cursor: string;
}

/** A value that is none of the choices is no choice: an old bookmark must still open the queue. */
export function askedOf(visit: AccountVisit): Asked {
  const seesRatings = isSenior(visit.account);
  const state = visit.query('state');
  return {
    band: BANDS.find((band) => band === visit.query('band')) ?? null,
    state: state === 'all' ? 'all' : (TASK_STATES.find((each) => each === state) ?? null),
    mine: visit.query('mine') === 'yes',
    rating: seesRatings ? (RATING_LEVELS.find((level) => level === visit.query('rating')) ?? null) : null,
    overdue: seesRatings && visit.query('overdue') === 'yes',
    cursor: visit.query('after'),
  };
}

/** The same for the Store. */
export function filterOf({ band, state, mine, rating, overdue, cursor }: Asked, { account }: AccountVisit): TaskFilter {
  return {
    ...(band !== null && { bands: [band] }),
    ...(state !== 'all' && { states: state === null ? TO_DO : [state] }),
    ...(mine && { claimedBy: account.accountId }),
    ...(rating !== null && { ratings: [rating] }),
    ...(overdue && { overdue }),
    ...(cursor !== '' && { cursor }),
    limit: TASKS_PER_PAGE,
  };
}

/** The same for the address of another page of the list. */
export function queryOf({ band, state, mine, rating, overdue }: Asked): Readonly<Record<string, string>> {
  return {
    ...{ band: band ?? '', state: state ?? '', rating: rating ?? '' },
    ...{ mine: mine ? 'yes' : '', overdue: overdue ? 'yes' : '' },
  };
}

export function filterForm({ say, language, account }: AccountVisit, asked: Asked): Html {
  const { band, state, mine, rating, overdue } = asked;
  const all = { value: '', label: say('list.all') };
  const bands = BANDS.map((value) => ({ value, label: BAND_WORDS[value][language] }));
  const states = TASK_STATES.map((value) => ({ value, label: TASK_STATE_WORDS[value][language] }));
  const toDo = { value: '', label: say('queue.to_do') };
  const ratings = RATING_LEVELS.map((value) => ({ value, label: RATING_WORDS[value][language] }));
  const forSeniors = isSenior(account)
    ? html`${select('rating', say('queue.rating'), [all, ...ratings], rating ?? '')}
${checkbox('overdue', say('queue.overdue'), overdue)}`
    : null;
  return html`<form method="get" action="/queue" class="screening-filter">
${mine ? html`<input type="hidden" name="mine" value="yes">` : null}
${select('band', say('queue.band'), [all, ...bands], band ?? '')}
${select('state', say('queue.state'), [toDo, ...states, { value: 'all', label: say('list.all') }], state ?? '')}
${forSeniors}
${submit(say('list.filter'))}
</form>`;
}
