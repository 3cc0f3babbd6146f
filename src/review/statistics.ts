import type { Account } from '../domain/account.ts';
import { addDays, type CalendarDate } from '../domain/calendar-date.ts';
import { asEpochMs, type EpochMs } from '../domain/ids.ts';
import { dutchDay, endOfDutchDay } from './calendar.ts';
import { isSenior } from './reviewers.ts';

/** How long something waited or took, in the terms within which tasks are to be closed: 1, 5 and 15 working days. */
export const AGE_CLASSES = ['day', 'week', 'three_weeks', 'longer'] as const;
export type AgeClass = (typeof AGE_CLASSES)[number];

/** The longest time that belongs to a class, in hours that passed; weekends count. `longer` has no end. */
export const AGE_CLASS_HOURS: Readonly<Record<Exclude<AgeClass, 'longer'>, number>> = {
  day: 24,
  week: 7 * 24,
  three_weeks: 21 * 24,
};

export function ageClassOf(hours: number): AgeClass {
  if (hours < AGE_CLASS_HOURS.day) return 'day';
  if (hours < AGE_CLASS_HOURS.week) return 'week';
  return hours < AGE_CLASS_HOURS.three_weeks ? 'three_weeks' : 'longer';
}

/** What somebody may see of the statistics besides how much work there is. */
export interface StatisticsSight {
  /** Figures by rating, and what hangs on it: how much is overdue, and the answers to question B. */
  readonly ratings: boolean;
  /** Answers to question A. */
  readonly verdicts: boolean;
  /** Figures by rule of the policy. */
  readonly rules: boolean;
}

/** The machine itself, which shows figures to nobody. */
export const FULL_SIGHT: StatisticsSight = { ratings: true, verdicts: true, rules: true };

/**
 * Who may see which figures; null for nobody's business. With few tasks a figure is as good as the task: one open task
 * in a backlog of "high: 1", or one that is overdue after two days, has its rating given away. So whoever gives first
 * answers to A sees no figure that hangs on a rating, also when another role of theirs would let them. An operator
 * watches whether the work gets done, not how it was judged.
 */
export function statisticsSight(account: Pick<Account, 'roles'>): StatisticsSight | null {
  const has = (role: Account['roles'][number]): boolean => account.roles.includes(role);
  const judges = isSenior(account) || has('auditor');
  if (!judges && !has('operator') && !has('reviewer')) return null;
  const ratings = isSenior(account) || !has('reviewer');
  return { ratings, verdicts: judges || has('reviewer'), rules: ratings && judges };
}

/** One day in the Netherlands; the first millisecond belongs to it, `until` to the next. */
export interface DayInTime {
  readonly day: CalendarDate;
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** The last `count` days, of which today is the last; oldest first. */
export function lastDays(count: number, at: EpochMs): readonly DayInTime[] {
  const today = dutchDay(at);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(today, index - count + 1);
    const until = asEpochMs(endOfDutchDay(day) + 1);
    return { day, from: asEpochMs(endOfDutchDay(addDays(day, -1)) + 1), until };
  });
}

/** The Monday of the week of a day. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}
