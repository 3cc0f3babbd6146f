import type { ReviewStatistics } from '../../../db/contract/statistics.ts';
import type { Purpose } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { address } from '../components/pagination.ts';
import { bandFigure, falseAlarmFigure, relevanceFigure, ruleTable } from '../dashboard/verdicts.ts';
import { backlogFigure, inflowFigure, timeFigure } from '../dashboard/workload.ts';
import { count, shortDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type AccountVisit, type Answer, accessOf } from '../visit.ts';

const PERIODS = ['7', '28', '91'] as const;
type Period = (typeof PERIODS)[number];
const USUAL: Period = '28';

/** From here on a time is easier to grasp in days. */
const DAYS_FROM_HOURS = 48;

function purposeOf({ roles }: Account): Purpose {
  if (roles.includes('auditor')) return 'audit';
  return roles.includes('operator') ? 'operate' : 'review_task';
}

function periodChoice({ say }: AccountVisit, chosen: Period): Html {
  const items = PERIODS.map((period) => {
    const current = period === chosen ? html` aria-current="true"` : null;
    const to = address('/dashboard', { days: period === USUAL ? '' : period });
    return html`<li><a class="utrecht-link" href="${to}"${current}>${say(`dashboard.days.${period}`)}</a></li>`;
  });
  return html`<nav class="screening-choice" aria-label="${say('dashboard.period')}"><ul>${items}</ul></nav>`;
}

function howLong({ say, language }: AccountVisit, hours: number | null): string {
  if (hours === null) return '–';
  if (hours < DAYS_FROM_HOURS) return say('dashboard.hours', { count: count(Math.round(hours * 10) / 10, language) });
  return say('dashboard.days', { count: count(Math.round(hours / 2.4) / 10, language) });
}

const allOf = (figures: readonly { readonly all: number }[]): number => figures.reduce((sum, { all }) => sum + all, 0);

function summary(visit: AccountVisit, statistics: ReviewStatistics): Html {
  const { say, language } = visit;
  const { inflow, backlog, overdue, closed, medianHoursToClose } = statistics;
  const said: readonly (readonly [string, string])[] = [
    [say('dashboard.open'), count(allOf(backlog), language)],
    ...(overdue === null ? [] : [[say('dashboard.overdue'), count(overdue.all, language)] as const]),
    [say('dashboard.came_in'), count(allOf(inflow), language)],
    [say('dashboard.closed'), count(allOf(closed), language)],
    [say('dashboard.median'), howLong(visit, medianHoursToClose)],
  ];
  const items = said.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<dl class="screening-facts screening-facts--large">${items}</dl>`;
}

async function figures(visit: AccountVisit, statistics: ReviewStatistics): Promise<readonly Html[]> {
  const { verdicts, relevance } = statistics;
  return [
    await inflowFigure(visit, statistics.inflow),
    await backlogFigure(visit, statistics),
    await timeFigure(visit, statistics),
    ...(verdicts === null ? [] : [await bandFigure(visit, verdicts.byBand)]),
    ...(verdicts === null ? [] : [await falseAlarmFigure(visit, verdicts.byWeek)]),
    ...(relevance === null ? [] : [await relevanceFigure(visit, relevance)]),
  ];
}

/** How the review goes. What the account may not see, the Store leaves out, and so does the page. */
export async function showDashboard(visit: AccountVisit): Promise<Answer> {
  const { say, language, store, now, account } = visit;
  const period = PERIODS.find((each) => each === visit.query('days')) ?? USUAL;
  const statistics = await store.readStatistics(accessOf(visit, purposeOf(account)), Number(period), now);
  const { firstDay, lastDay, rules } = statistics;
  const days = { first: shortDay(firstDay, language), last: shortDay(lastDay, language) };
  const main = html`${periodChoice(visit, period)}
<p class="utrecht-paragraph">${say('dashboard.from_to', days)}</p>
${summary(visit, statistics)}
<div class="screening-figures">${await figures(visit, statistics)}</div>
${rules === null ? null : ruleTable(visit, rules)}`;
  return { kind: 'page', title: say('dashboard.title'), main };
}
