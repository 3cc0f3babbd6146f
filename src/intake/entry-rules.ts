import { earliestDay, latestDay } from '../domain/calendar-date.ts';
import type { CaseContent, Fact } from '../domain/case.ts';
import type { SnapshotEntry } from '../domain/entry.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { QuarantineReason } from '../domain/ledger.ts';
import type { PartialDate } from '../domain/partial-date.ts';

/** Fourteen hours: the clocks of Kiritimati, the first to see a new day. */
const EARLIEST_ZONE_MS = 50_400_000;

/** The latest calendar date anywhere on Earth at a moment. A date after it is a future one, whoever wrote it. */
function latestDateAt(moment: EpochMs): string {
  return new Date(moment + EARLIEST_ZONE_MS).toISOString().slice(0, 10);
}

/** Whether even the earliest day that a date can mean lies after `day` (`YYYY-MM-DD`). */
function isAfter(date: PartialDate | null, day: string): boolean {
  return date !== null && earliestDay(date) > day;
}

/** Whether a period surely ends before it starts; what is unknown of either side decides nothing. */
export function endsBeforeStart(from: PartialDate | null, until: PartialDate | null): boolean {
  return from !== null && until !== null && latestDay(until) < earliestDay(from);
}

function impossible(field: string): QuarantineReason {
  return { code: 'IMPOSSIBLE_DATE', field };
}

function factDates(fact: Fact, path: string, today: string): QuarantineReason[] {
  const reasons: QuarantineReason[] = [];
  if (isAfter(fact.actDate, today)) reasons.push(impossible(`${path}.pleegdatum`));
  if (isAfter(fact.actDateUntil, today) || endsBeforeStart(fact.actDate, fact.actDateUntil)) {
    reasons.push(impossible(`${path}.pleegdatumTot`));
  }
  fact.detention.forEach(({ from, until }, index) => {
    if (endsBeforeStart(from, until)) reasons.push(impossible(`${path}.detentie[${index}].tot`));
  });
  return reasons;
}

function duplicateFacts(content: CaseContent): QuarantineReason[] {
  const seen = new Set<number>();
  return content.facts.flatMap(({ factNumber }, index): QuarantineReason[] => {
    if (seen.has(factNumber)) return [{ code: 'DUPLICATE_FACT', field: `zaak.feiten[${index}].feitnummer` }];
    seen.add(factNumber);
    return [];
  });
}

/**
 * What fields that are right one by one can still get wrong together. Dates are held against the message's own
 * `tijdstip`, never a clock. Decisions may lie after it: a summons names the day in court.
 */
export function brokenRules(entry: SnapshotEntry): readonly QuarantineReason[] {
  const today = latestDateAt(entry.occurredAt);
  const born = isAfter(entry.person.birthDate, today) ? [impossible('persoon.geboortedatum')] : [];
  const dates = entry.case.facts.flatMap((fact, index) => factDates(fact, `zaak.feiten[${index}]`, today));
  return [...born, ...duplicateFacts(entry.case), ...dates];
}
