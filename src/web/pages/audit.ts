import type { AuditRow } from '../../../db/contract/administration.ts';
import type { AuditFilter, LastVerification } from '../../../db/contract/audit.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import { asEpochMs, type EpochMs } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { endOfDutchDay } from '../../review/calendar.ts';
import { actionWords, purposeWords } from '../../texts/audit-words.ts';
import { formToken, input, select, submit } from '../components/form.ts';
import { notice } from '../components/notice.ts';
import { address, pagination } from '../components/pagination.ts';
import { type Column, table } from '../components/table.ts';
import { count, moment, momentText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

const ROWS_PER_PAGE = 50;

/** What is asked for in the address; a day that is none does not narrow the list. */
interface Asked {
  readonly actor: string;
  readonly action: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

function askedOf(visit: AccountVisit): Asked {
  const [from, to] = [parseCalendarDate(visit.query('from')), parseCalendarDate(visit.query('to'))];
  return { actor: visit.query('actor').trim(), action: visit.query('action'), from, to };
}

function startOf(day: CalendarDate): EpochMs {
  return asEpochMs(endOfDutchDay(addDays(day, -1)) + 1);
}

function filterOf({ actor, action, from, to }: Asked, cursor: string): AuditFilter {
  return {
    ...(actor !== '' && { actor }),
    ...(action !== '' && { action }),
    ...(from !== null && { from: startOf(from) }),
    ...(to !== null && { until: startOf(addDays(to, 1)) }),
    ...(cursor !== '' && { cursor }),
    limit: ROWS_PER_PAGE,
  };
}

function queryOf({ actor, action, from, to }: Asked): Readonly<Record<string, string>> {
  return { actor, action, from: from ?? '', to: to ?? '' };
}

function filterForm(
  { say, language }: AccountVisit,
  { actor, action, from, to }: Asked,
  actions: readonly string[],
): Html {
  const choices = actions
    .map((value) => ({ value, label: actionWords(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return html`<form method="get" action="/audit" class="screening-filter">
${input('actor', say('audit.actor'), 'text', actor)}
${select('action', say('audit.action'), [{ value: '', label: say('list.all') }, ...choices], action)}
${input('from', say('audit.from'), 'date', from ?? '')}
${input('to', say('audit.to'), 'date', to ?? '')}
${submit(say('list.filter'))}
</form>`;
}

function details(row: AuditRow): Html {
  const items = Object.entries(row.details).map(([name, value]) => html`<li>${name}: ${value}</li>`);
  return html`<ul class="screening-reasons screening-pairs">${items}</ul>`;
}

/** Long enough to tell accounts apart at a glance; the whole id is in the address and in the filter that it leads to. */
const ID_SHOWN = 8;

function shortActor(actor: string): string {
  const [kind = '', id = ''] = actor.split(':');
  return kind === 'account' ? `${kind} ${id.slice(0, ID_SHOWN)}` : actor;
}

/** In words, with the code by which programs and reports name it. */
function whatWasDone({ action }: AuditRow, language: Language): Html {
  return html`${actionWords(action, language)}<div class="screening-note">${action}</div>`;
}

function columnsOf({ say, language }: AccountVisit, asked: Asked): readonly Column<AuditRow>[] {
  const by = (actor: string): string => address('/audit', { ...queryOf(asked), actor });
  return [
    { label: say('audit.sequence'), kind: 'name', cell: ({ sequence }) => count(sequence, language) },
    { label: say('audit.at'), cell: ({ at }) => moment(at, language) },
    {
      label: say('audit.actor'),
      cell: ({ actor }) => html`<a class="utrecht-link screening-whole" href="${by(actor)}">${shortActor(actor)}</a>`,
    },
    { label: say('audit.action'), cell: (row) => whatWasDone(row, language) },
    { label: say('audit.purpose'), cell: ({ purpose }) => purposeWords(purpose, language) },
    { label: say('audit.details'), cell: details },
  ];
}

function verdict({ say, language }: AccountVisit, last: LastVerification | null): Html {
  if (last === null) return notice('info', null, say('audit.never'));
  const at = momentText(last.at, language);
  if (last.ok) return notice('ok', null, say('audit.holds', { at, rows: count(last.rows, language) }));
  return notice(
    'problem',
    null,
    last.brokenAt === null ? say('audit.cut', { at }) : say('audit.broken', { at, row: last.brokenAt }),
  );
}

/** The audit log, with whether it was found whole the last time that somebody looked. */
export async function showAudit(visit: AccountVisit): Promise<Answer> {
  const { say, store } = visit;
  const [asked, cursor] = [askedOf(visit), visit.query('after')];
  const page = await store.searchAudit(accessOf(visit, 'audit'), filterOf(asked, cursor));
  const { rows, next, actions, lastVerification } = page;
  const query = queryOf(asked);
  const list =
    rows.length === 0
      ? html`<p class="utrecht-paragraph">${say('audit.empty')}</p>`
      : table(say('audit.caption'), columnsOf(visit, asked), rows);
  const pages = pagination(
    say,
    cursor === '' ? null : address('/audit', query),
    next === null ? null : address('/audit', { ...query, after: next }),
  );
  const main = html`<p class="utrecht-paragraph">${say('audit.about')}</p>
<section class="screening-bar" aria-labelledby="chain"><h2 class="utrecht-heading-3" id="chain">${say('audit.chain')}</h2>
${verdict(visit, lastVerification)}
<form method="post" action="/audit/verify">${formToken(visit.formToken)}
<button type="submit" class="utrecht-button utrecht-button--secondary-action">${say('audit.verify')}</button></form></section>
${filterForm(visit, asked, actions)}
${list}${pages}`;
  return { kind: 'page', title: say('audit.title'), main };
}

/** Walks the chain; what it found is in the log itself, and on the page. */
export async function verifyAudit(visit: AccountVisit): Promise<Answer> {
  await visit.store.verifyAudit(accessOf(visit, 'audit'), null);
  return { kind: 'redirect', to: '/audit' };
}
