import { addDays, addMonths, type CalendarDate, daysBetween, earliestDay, latestDay } from '../domain/calendar-date.ts';
import type { Decision, Fact } from '../domain/case.ts';
import type { PartialDate } from '../domain/partial-date.ts';
import type { ReferenceDateKind } from '../domain/relevance.ts';
import type { PolicyTable } from './policy-table.ts';
import { inOrder } from './procedure.ts';

/** From when a fact's age counts (Beleidsregels VOG-NP-RP 2013 § 3.1.2). */
export interface FactAge {
  readonly date: PartialDate | null;
  readonly kind: ReferenceDateKind;
  /** The reference date moved on by time in detention; null when no date is known, so that nothing is ever too old. */
  readonly countsFrom: CalendarDate | null;
  readonly detentionDays: number;
}

/** Where only part of a date is known the fact is taken to be as young as it can be: age must be certain to lower. */
export function ageOfFact(fact: Fact, category: string | null, policy: PolicyTable, today: CalendarDate): FactAge {
  const { date, kind } = referenceDate(fact, category, policy);
  if (date === null || date.year === null) return { date: null, kind: 'unknown', countsFrom: null, detentionDays: 0 };
  const reference = latestDay(date);
  const detentionDays = daysInDetention(fact, reference, today);
  return { date, kind, countsFrom: addDays(reference, detentionDays), detentionDays };
}

/** Whether more than so many years have passed since, detention not counted. */
export function isOlderThan(age: FactAge, years: number, today: CalendarDate): boolean {
  return age.countsFrom !== null && addMonths(age.countsFrom, years * 12) < today;
}

/** Whether so many years or more have passed since, detention not counted. */
export function isAtLeast(age: FactAge, years: number, today: CalendarDate): boolean {
  return age.countsFrom !== null && addMonths(age.countsFrom, years * 12) <= today;
}

/** First-instance verdict, penal order, transaction, dismissal, act: the first of these that is there. */
function referenceDate(fact: Fact, category: string | null, policy: PolicyTable): Pick<FactAge, 'date' | 'kind'> {
  const acted = fact.actDateUntil ?? fact.actDate;
  const decided = decisiveDecision(inOrder(fact.decisions));
  if (decided === null) return { date: acted, kind: acted === null ? 'unknown' : 'act' };
  if (acted === null || acted.year === null) return decided;
  const { actInsteadAfterYears, exceptCategories } = policy.referenceDate;
  const late = addMonths(latestDay(acted), actInsteadAfterYears * 12) < earliestDay(decided.date);
  return late && !exceptCategories.some((except) => except === category) ? { date: acted, kind: 'act' } : decided;
}

const ORDER = [
  ['verdict', 'first_verdict'],
  ['penal_order', 'penal_order'],
  ['transaction', 'transaction'],
  ['dismissal', 'dismissal'],
] as const satisfies readonly (readonly [Decision['kind'], ReferenceDateKind])[];

function decisiveDecision(decisions: readonly Decision[]): { date: PartialDate; kind: ReferenceDateKind } | null {
  for (const [decisionKind, kind] of ORDER) {
    const date = decisions.find((decision) => decision.kind === decisionKind)?.date ?? null;
    if (date !== null) return { date, kind };
  }
  return null;
}

/** Whole days in detention since the reference date, as far as they are certain. */
function daysInDetention(fact: Fact, since: CalendarDate, today: CalendarDate): number {
  return fact.detention.reduce((sum, { from, until }) => {
    const began = [latestDay(from), since].toSorted()[1] ?? since;
    const ended = [until === null ? today : earliestDay(until), today].toSorted()[0] ?? today;
    return sum + Math.max(0, daysBetween(began, ended));
  }, 0);
}
