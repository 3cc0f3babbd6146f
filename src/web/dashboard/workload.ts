import type { DayFigure, ReviewStatistics, TaskFigure } from '../../../db/contract/statistics.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { RATING_LEVELS, type RatingLevel } from '../../domain/rating.ts';
import { mondayOf } from '../../review/statistics.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { type Column, table } from '../components/table.ts';
import { count, shortDay } from '../format.ts';
import type { Html } from '../html.ts';
import { type Bars, bars } from '../plots/bars.ts';
import { figure } from '../plots/figure.ts';
import type { AccountVisit } from '../visit.ts';

/** Some tasks under a name: a day, a week, an age. */
interface NamedFigure extends TaskFigure {
  readonly name: string;
}

/** Two weeks of days still fit beside one another; more are counted by week. */
const MOST_DAYS_SHOWN = 14;

function sum(figures: readonly TaskFigure[]): TaskFigure {
  const all = figures.reduce((total, figure) => total + figure.all, 0);
  if (figures.some(({ byRating }) => byRating === null)) return { all, byRating: null };
  const ofLevel = (level: RatingLevel): number =>
    figures.reduce((total, { byRating }) => total + (byRating?.[level] ?? 0), 0);
  const levels = RATING_LEVELS.map((level) => [level, ofLevel(level)] as const);
  return { all, byRating: Object.fromEntries(levels) as Record<RatingLevel, number> };
}

/** By rating where it is known, and then also what was withdrawn since, when there is any. */
function columnsOf({ say, language }: AccountVisit, name: string, rows: readonly NamedFigure[]): Column<NamedFigure>[] {
  const number = (label: string, value: (row: NamedFigure) => number): Column<NamedFigure> => {
    return { label, kind: 'number', cell: (row) => count(value(row), language) };
  };
  const rated = rows.every(({ byRating }) => byRating !== null);
  const withdrawn = (row: NamedFigure): number => row.all - sumOf(row);
  const levels = RATING_LEVELS.map((level) =>
    number(RATING_WORDS[level][language], ({ byRating }) => byRating?.[level] ?? 0),
  );
  return [
    { label: name, kind: 'name', cell: (row) => row.name },
    ...(rated ? levels : []),
    ...(rated && rows.some((row) => withdrawn(row) > 0) ? [number(say('dashboard.withdrawn'), withdrawn)] : []),
    number(say('dashboard.tasks'), ({ all }) => all),
  ];
}

function sumOf({ byRating }: TaskFigure): number {
  return RATING_LEVELS.reduce((total, level) => total + (byRating?.[level] ?? 0), 0);
}

function barsOf({ say, language }: AccountVisit, id: string, rows: readonly NamedFigure[]): Bars {
  if (rows.some(({ byRating }) => byRating === null)) {
    const plain = rows.map(({ name, all }) => ({ label: name, values: [all] }));
    return { id, series: [say('dashboard.tasks')], bars: plain };
  }
  return {
    id,
    series: RATING_LEVELS.map((level) => RATING_WORDS[level][language]),
    bars: rows.map(({ name, byRating }) => ({
      label: name,
      values: RATING_LEVELS.map((level) => byRating?.[level] ?? 0),
    })),
  };
}

/** Which figure, and what its rows are. */
interface About {
  readonly id: 'inflow' | 'backlog' | 'time';
  readonly rowName: string;
}

function workFigure(visit: AccountVisit, { id, rowName }: About, rows: readonly NamedFigure[]): Promise<Html> {
  const { say } = visit;
  const plotted = barsOf(visit, id, rows);
  return figure({
    id,
    title: say(`dashboard.${id}`),
    description: say('dashboard.bars'),
    spec: bars(plotted),
    series: plotted.series,
    table: table(say(`dashboard.${id}.table`), columnsOf(visit, rowName, rows), rows, 'compact'),
  });
}

export function inflowFigure(visit: AccountVisit, days: readonly DayFigure[]): Promise<Html> {
  const { say, language } = visit;
  const named = (day: CalendarDate, figures: readonly TaskFigure[]): NamedFigure => {
    return { name: shortDay(day, language), ...sum(figures) };
  };
  if (days.length <= MOST_DAYS_SHOWN) {
    const rows = days.map((figure) => named(figure.day, [figure]));
    return workFigure(visit, { id: 'inflow', rowName: say('dashboard.day') }, rows);
  }
  const byWeek = Map.groupBy(days, ({ day }) => mondayOf(day));
  const rows = [...byWeek].map(([monday, figures]) => named(monday, figures));
  return workFigure(visit, { id: 'inflow', rowName: say('dashboard.week_of') }, rows);
}

export function backlogFigure(visit: AccountVisit, { backlog }: ReviewStatistics): Promise<Html> {
  const rows = backlog.map(({ age, ...figures }) => ({ name: visit.say(`dashboard.age.${age}`), ...figures }));
  return workFigure(visit, { id: 'backlog', rowName: visit.say('dashboard.age') }, rows);
}

export function timeFigure(visit: AccountVisit, { closed }: ReviewStatistics): Promise<Html> {
  const rows = closed.map(({ age, ...figures }) => ({ name: visit.say(`dashboard.age.${age}`), ...figures }));
  return workFigure(visit, { id: 'time', rowName: visit.say('dashboard.age') }, rows);
}
