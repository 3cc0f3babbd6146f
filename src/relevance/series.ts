import { addMonths, type CalendarDate, earliestDay, latestDay } from '../domain/calendar-date.ts';
import type { Fact } from '../domain/case.ts';
import type { Disposal, Tier } from '../domain/relevance.ts';

/** As much of a fact as the search for a series needs. */
export interface SeriesFact {
  readonly fact: Fact;
  readonly tier: Tier | null;
  readonly disposal: Disposal;
}

interface SeriesRule {
  readonly facts: number;
  readonly months: number;
  readonly tiers: readonly Tier[];
  readonly disposals: readonly Disposal[];
}

/**
 * How many minor facts lie in the fullest period of `rule.months` that contains `about` (rode draad, Beleidsregels
 * VOG-NP-RP 2013 § 3.2.5). A fact counts only when its whole possible date lies in the period.
 */
export function factsInSeries(about: SeriesFact, all: readonly SeriesFact[], rule: SeriesRule): number {
  if (!counts(about, rule)) return 0;
  const spans = all.filter((item) => counts(item, rule)).flatMap(spanOf);
  const [own] = spanOf(about);
  if (own === undefined) return 0;
  const starts = spans.map((span) => span.from).filter((from) => from <= own.from);
  const within = (from: CalendarDate): number => {
    const until = addMonths(from, rule.months);
    if (own.until > until) return 0;
    return spans.filter((span) => span.from >= from && span.until <= until).length;
  };
  return Math.max(0, ...starts.map(within));
}

function counts({ tier, disposal }: SeriesFact, rule: SeriesRule): boolean {
  return tier !== null && rule.tiers.includes(tier) && rule.disposals.includes(disposal);
}

/** One span of days, or none when not even the year is known. */
function spanOf({ fact }: SeriesFact): readonly { readonly from: CalendarDate; readonly until: CalendarDate }[] {
  const date = fact.actDateUntil ?? fact.actDate;
  return date === null || date.year === null ? [] : [{ from: earliestDay(date), until: latestDay(date) }];
}
