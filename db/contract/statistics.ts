import type { Access } from '../../src/domain/access.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Band } from '../../src/domain/hit.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { RatingLevel } from '../../src/domain/rating.ts';
import type { AgeClass } from '../../src/review/statistics.ts';

/** A number of tasks. */
export interface TaskFigure {
  readonly all: number;
  /** By the rating as it is now; null for those who may not see ratings. Withdrawn tasks are in `all` alone. */
  readonly byRating: Readonly<Record<RatingLevel, number>> | null;
}

export interface DayFigure extends TaskFigure {
  readonly day: CalendarDate;
}

export interface AgeFigure extends TaskFigure {
  readonly age: AgeClass;
}

/** Answers to question A that stand, one for each task. */
export interface IdentityFigure {
  readonly samePerson: number;
  readonly someoneElse: number;
  readonly cannotTell: number;
}

/** By the band at the time of the answer. */
export interface BandFigure extends IdentityFigure {
  readonly band: Band;
}

export interface WeekFigure extends IdentityFigure {
  readonly monday: CalendarDate;
}

/** Answers to question B that stand, by the rating that was proposed at the time. */
export interface RelevanceFigure {
  readonly rating: RatingLevel;
  readonly notRelevant: number;
  readonly watch: number;
  readonly proposed: number;
}

/** What one rule of the policy brought about. Never by a trait of a person. */
export interface RuleFigure {
  readonly ruleId: string;
  /** Tasks that were made and stand on this rule now. */
  readonly tasks: number;
  readonly samePerson: number;
  readonly someoneElse: number;
  readonly notRelevant: number;
  readonly watch: number;
  readonly proposed: number;
  /** Answers to B in which the reviewer rated the case as more, or as less, serious than the rule. */
  readonly raised: number;
  readonly lowered: number;
}

/**
 * How the review goes, over whole days in the Netherlands. Counts only. What the asking account may not see is null
 * (`statisticsSight` in the review rules). Answers that still wait for a second look count for nothing yet: in a blind
 * one they would tell the second reviewer what the first said.
 */
export interface ReviewStatistics {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** Tasks made on each day, oldest day first. */
  readonly inflow: readonly DayFigure[];
  /** Tasks neither closed nor withdrawn at this moment, by how long ago they were made. */
  readonly backlog: readonly AgeFigure[];
  /** Those of them whose day has passed. */
  readonly overdue: TaskFigure | null;
  /** Tasks closed in the period, by the time from their making to their end. */
  readonly closed: readonly AgeFigure[];
  /** Half of those took at most so many hours; null when there are none. */
  readonly medianHoursToClose: number | null;
  /** Answers to A given in the period. */
  readonly verdicts: { readonly byBand: readonly BandFigure[]; readonly byWeek: readonly WeekFigure[] } | null;
  /** Answers to B given in the period. */
  readonly relevance: readonly RelevanceFigure[] | null;
  /** Rules that made a task or were answered in the period, by rule id. */
  readonly rules: readonly RuleFigure[] | null;
}

/** For those who watch over the review. */
export interface StatisticsStore {
  /**
   * @param days how many days back, today included; 1 to 366
   * Throws `ScreeningError` ROLE_FORBIDS and ACCOUNT_UNKNOWN.
   */
  readStatistics(access: Access, days: number, at: EpochMs): Promise<ReviewStatistics>;
}
