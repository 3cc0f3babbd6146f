import type {
  BandFigure,
  IdentityFigure,
  RelevanceFigure,
  RuleFigure,
  WeekFigure,
} from '../../../db/contract/statistics.ts';
import { RATING_WORDS } from '../../texts/relevance-words.ts';
import { BAND_WORDS } from '../../texts/review.ts';
import type { WebTextKey } from '../../texts/web.ts';
import { type Column, table } from '../components/table.ts';
import { count, share, shortDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { bars } from '../plots/bars.ts';
import { figure } from '../plots/figure.ts';
import { shareLine } from '../plots/share-line.ts';
import type { AccountVisit } from '../visit.ts';

/** A column of counts under one of the texts of the page. */
function counts<Row>({ say, language }: AccountVisit, label: WebTextKey, of: (row: Row) => number): Column<Row> {
  return { label: say(label), kind: 'number', cell: (row) => count(of(row), language) };
}

export function bandFigure(visit: AccountVisit, rows: readonly BandFigure[]): Promise<Html> {
  const { say, language } = visit;
  const id = 'bands';
  const series = [say('dashboard.same_person'), say('dashboard.someone_else'), say('dashboard.cannot_tell')];
  const columns: Column<BandFigure>[] = [
    { label: say('dashboard.band'), kind: 'name', cell: ({ band }) => BAND_WORDS[band][language] },
    counts(visit, 'dashboard.same_person', ({ samePerson }) => samePerson),
    counts(visit, 'dashboard.someone_else', ({ someoneElse }) => someoneElse),
    counts(visit, 'dashboard.cannot_tell', ({ cannotTell }) => cannotTell),
  ];
  return figure({
    id,
    title: say('dashboard.bands'),
    description: say('dashboard.bars'),
    spec: bars({
      id,
      series,
      bars: rows.map(({ band, samePerson, someoneElse, cannotTell }) => {
        return { label: BAND_WORDS[band][language], values: [samePerson, someoneElse, cannotTell] };
      }),
    }),
    series,
    table: table(say('dashboard.bands.table'), columns, rows, 'compact'),
  });
}

const answered = ({ samePerson, someoneElse }: IdentityFigure): number => samePerson + someoneElse;

export function falseAlarmFigure(visit: AccountVisit, rows: readonly WeekFigure[]): Promise<Html> {
  const { say, language } = visit;
  const columns: Column<WeekFigure>[] = [
    { label: say('dashboard.week_of'), kind: 'name', cell: ({ monday }) => shortDay(monday, language) },
    counts(visit, 'dashboard.answers', answered),
    counts(visit, 'dashboard.someone_else', ({ someoneElse }) => someoneElse),
    {
      label: say('dashboard.share'),
      kind: 'number',
      cell: (row) => share(row.someoneElse, answered(row), language),
    },
  ];
  const points = rows.map((row) => ({
    label: shortDay(row.monday, language),
    share: answered(row) === 0 ? null : row.someoneElse / answered(row),
  }));
  return figure({
    id: 'false-alarms',
    title: say('dashboard.false_alarms'),
    description: say('dashboard.line'),
    spec: shareLine(points),
    series: [],
    table: table(say('dashboard.false_alarms.table'), columns, rows, 'compact'),
  });
}

export function relevanceFigure(visit: AccountVisit, rows: readonly RelevanceFigure[]): Promise<Html> {
  const { say, language } = visit;
  const id = 'relevance';
  const series = [say('dashboard.not_relevant'), say('dashboard.watch'), say('dashboard.proposed')];
  const columns: Column<RelevanceFigure>[] = [
    { label: say('dashboard.rating'), kind: 'name', cell: ({ rating }) => RATING_WORDS[rating][language] },
    counts(visit, 'dashboard.not_relevant', ({ notRelevant }) => notRelevant),
    counts(visit, 'dashboard.watch', ({ watch }) => watch),
    counts(visit, 'dashboard.proposed', ({ proposed }) => proposed),
  ];
  return figure({
    id,
    title: say('dashboard.relevance'),
    description: say('dashboard.bars'),
    spec: bars({
      id,
      series,
      bars: rows.map(({ rating, notRelevant, watch, proposed }) => {
        return { label: RATING_WORDS[rating][language], values: [notRelevant, watch, proposed] };
      }),
    }),
    series,
    table: table(say('dashboard.relevance.table'), columns, rows, 'compact'),
  });
}

/** Rules are too many for a plot that says anything. */
export function ruleTable(visit: AccountVisit, rows: readonly RuleFigure[]): Html {
  const { say } = visit;
  const columns: Column<RuleFigure>[] = [
    { label: say('dashboard.rule'), kind: 'name', cell: ({ ruleId }) => ruleId },
    counts(visit, 'dashboard.tasks', ({ tasks }) => tasks),
    counts(visit, 'dashboard.same_person', ({ samePerson }) => samePerson),
    counts(visit, 'dashboard.someone_else', ({ someoneElse }) => someoneElse),
    counts(visit, 'dashboard.not_relevant', ({ notRelevant }) => notRelevant),
    counts(visit, 'dashboard.watch', ({ watch }) => watch),
    counts(visit, 'dashboard.proposed', ({ proposed }) => proposed),
    counts(visit, 'dashboard.raised', ({ raised }) => raised),
    counts(visit, 'dashboard.lowered', ({ lowered }) => lowered),
  ];
  const list =
    rows.length === 0
      ? html`<p class="utrecht-paragraph">${say('dashboard.rules.empty')}</p>`
      : table(say('dashboard.rules.table'), columns, rows);
  return html`<section class="screening-rules" aria-labelledby="rules">
<h2 class="utrecht-heading-2" id="rules">${say('dashboard.rules')}</h2>
<p class="utrecht-paragraph">${say('dashboard.rules.about')}</p>
${list}
</section>`;
}
