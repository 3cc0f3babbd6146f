import { type CalendarDate, earliestDay, latestDay } from '../domain/calendar-date.ts';
import type { Decision } from '../domain/case.ts';
import { formatPartialDate, type PartialDate } from '../domain/partial-date.ts';
import type { PolicyTable } from './policy-table.ts';

/** Where the proceedings in a fact stand: the decision that counts now, and what has become of it. */
export interface Procedure {
  /** Null while nobody decided anything. */
  readonly leading: Decision | null;
  /** Nothing can be lodged against it any more. */
  readonly irrevocable: boolean;
  /** An appeal or opposition against it is pending. */
  readonly appealed: boolean;
}

/** The course of proceedings within a day. An annulment comes first: the same ruling then decides anew. */
const RANK: Readonly<Record<Decision['kind'], number>> = {
  summons: 0,
  dismissal: 1,
  transaction: 2,
  penal_order: 3,
  annulment: 4,
  verdict: 5,
  appeal: 6,
  execution: 7,
};

/**
 * Decisions oldest first. The source promises no order: dates decide, within a day the course of proceedings.
 * Decisions without a date stay behind the one they were listed after.
 */
export function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  const groups: Decision[][] = [];
  for (const decision of decisions) {
    const group = groups.at(-1);
    if (decision.date === null && group !== undefined) group.push(decision);
    else groups.push([decision]);
  }
  return groups.toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : compareDecisions(a, b))).flat();
}

function compareDecisions(a: Decision, b: Decision): number {
  const [dateA, dateB] = [a, b].map(({ date }) => (date === null ? '' : formatPartialDate(date)));
  if (dateA !== dateB) return (dateA ?? '') < (dateB ?? '') ? -1 : 1;
  return RANK[a.kind] - RANK[b.kind] || (a.instance ?? 0) - (b.instance ?? 0);
}

/** Follows the decisions one by one. Pure; execution is no substance and is passed over. */
export function procedureOf(decisions: readonly Decision[], policy: PolicyTable, today: CalendarDate): Procedure {
  let leading: Decision | null = null;
  let finalDate: PartialDate | null = null;
  let appeal: Decision | null = null;
  for (const decision of inOrder(decisions)) {
    if (policy.decisionsWithoutSubstance.some((kind) => kind === decision.kind)) continue;
    if (decision.kind === 'appeal') {
      appeal = decision;
    } else if (leaves(decision, leading, policy)) {
      finalDate = decision.irrevocableDate ?? finalDate;
    } else {
      leading = decision;
      finalDate = decision.irrevocableDate;
      appeal = null;
    }
  }
  const appealed = appeal !== null && !settles(finalDate, appeal);
  return { leading, irrevocable: finalDate !== null && earliestDay(finalDate) <= today && !appealed, appealed };
}

/**
 * Decisions that leave the one before them standing: a summons to the appeal court, a verdict that decides nothing of
 * substance (cassation refused), and the end of the execution of a penal order, which is written as a dismissal.
 */
function leaves(decision: Decision, leading: Decision | null, policy: PolicyTable): boolean {
  if (leading === null) return false;
  if (decision.kind === 'summons') return leading.kind === 'verdict';
  if (decision.kind === 'verdict') return leading.kind === 'verdict' && saysNothing(decision);
  const endOfExecution = policy.dismissalCodes.D3.includes(decision.dismissalCode ?? '');
  return decision.kind === 'dismissal' && leading.kind === 'penal_order' && endOfExecution;
}

/** A verdict without an outcome and without a penalty. With a penalty it is a conviction, whatever is missing. */
export function saysNothing(verdict: Decision): boolean {
  return verdict.outcome === null && verdict.penalties.length === 0;
}

/** Whether the decision became irrevocable after the appeal was lodged: the appeal was decided or withdrawn. */
function settles(finalDate: PartialDate | null, appeal: Decision): boolean {
  if (finalDate === null) return false;
  return appeal.date === null || latestDay(appeal.date) <= latestDay(finalDate);
}
