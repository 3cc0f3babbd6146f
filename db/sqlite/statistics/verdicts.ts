import { and, count, eq, gte, inArray, isNull, notExists, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { BANDS } from '../../../src/domain/hit.ts';
import type { EpochMs } from '../../../src/domain/ids.ts';
import { RATING_LEVELS } from '../../../src/domain/rating.ts';
import { type DayInTime, mondayOf } from '../../../src/review/statistics.ts';
import type { BandFigure, IdentityFigure, RelevanceFigure, WeekFigure } from '../../contract/statistics.ts';
import { dispositions, tasks } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';
import { dayAt, hoursOf } from './counts.ts';

const later = alias(dispositions, 'later');

/**
 * The answer to a question that stands on a task, given since a moment: one for each task. Where a senior agreed with
 * one of two, that answer stands beside the senior's, and the senior's counts.
 */
export function standing(queries: Queries, question: 'identity' | 'relevance', since: EpochMs) {
  const underSecondLook = queries.select({ taskId: tasks.taskId }).from(tasks).where(eq(tasks.state, 'second_look'));
  const byASenior = queries
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.taskId, dispositions.taskId),
        eq(later.question, question),
        eq(later.secondLook, false),
        isNull(later.retiredAt),
        sql`${later}.rowid > ${dispositions}.rowid`,
      ),
    );
  return and(
    eq(dispositions.question, question),
    gte(dispositions.decidedAt, since),
    eq(dispositions.secondLook, false),
    isNull(dispositions.retiredAt),
    notInArray(dispositions.taskId, underSecondLook),
    notExists(byASenior),
  );
}

interface VerdictGroup {
  readonly verdict: string;
  readonly tasks: number;
}

/** How many of some groups are of a verdict. */
export function ofVerdict(groups: readonly VerdictGroup[], verdict: string): number {
  return groups.reduce((sum, group) => sum + (group.verdict === verdict ? group.tasks : 0), 0);
}

export function identityFigure(groups: readonly VerdictGroup[]): IdentityFigure {
  return {
    samePerson: ofVerdict(groups, 'same_person'),
    someoneElse: ofVerdict(groups, 'someone_else'),
    cannotTell: ofVerdict(groups, 'cannot_tell'),
  };
}

export function relevanceFigure(groups: readonly VerdictGroup[]): Omit<RelevanceFigure, 'rating'> {
  return {
    notRelevant: ofVerdict(groups, 'not_relevant'),
    watch: ofVerdict(groups, 'watch'),
    proposed: ofVerdict(groups, 'propose_investigation'),
  };
}

export function identityVerdicts(
  queries: Queries,
  days: readonly DayInTime[],
  since: EpochMs,
): { readonly byBand: BandFigure[]; readonly byWeek: WeekFigure[] } {
  const hour = hoursOf(dispositions.decidedAt);
  const { band, verdict } = dispositions;
  const groups = queries
    .select({ hour, band, verdict, tasks: count() })
    .from(dispositions)
    .where(standing(queries, 'identity', since))
    .groupBy(hour, band, verdict)
    .all()
    .map((group) => ({ ...group, day: dayAt(days, group.hour)?.day }));
  const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))];
  return {
    byBand: BANDS.map((one) => ({ band: one, ...identityFigure(groups.filter((group) => group.band === one)) })),
    byWeek: mondays.map((monday) => ({
      monday,
      ...identityFigure(groups.filter(({ day }) => day !== undefined && mondayOf(day) === monday)),
    })),
  };
}

export function relevanceVerdicts(queries: Queries, since: EpochMs): RelevanceFigure[] {
  const { proposedRating, verdict } = dispositions;
  const groups = queries
    .select({ proposedRating, verdict, tasks: count() })
    .from(dispositions)
    .where(and(standing(queries, 'relevance', since), inArray(proposedRating, [...RATING_LEVELS])))
    .groupBy(proposedRating, verdict)
    .all();
  return RATING_LEVELS.map((rating) => ({
    rating,
    ...relevanceFigure(groups.filter((group) => group.proposedRating === rating)),
  }));
}
