import type { FeedMode, LegalBasis } from '../domain/basis.ts';
import { type CalendarDate, earliestDay, latestDay } from '../domain/calendar-date.ts';
import type { GateCondition, GatePermission, GateVerdict } from '../domain/gate.ts';
import { ALLOWED, coversOrganisation, refused, type Sifted, sift } from './basis-in-force.ts';
import type { GateSubject } from './request.ts';

/** The part of a question that concerns officers and externals. */
export interface StaffQuestion {
  readonly permission: GatePermission;
  /** Null when nothing is compared. */
  readonly feedMode: FeedMode | null;
}

/** Continuous control of officers and externals (Politiewet 48v), on bases that are already sifted for today. */
export function checkStaff(
  subject: GateSubject,
  question: StaffQuestion,
  standing: Sifted,
  today: CalendarDate,
): GateVerdict {
  if (standing.kind === 'none') return refused(standing.condition);
  const found = sift(standing.bases, [
    ['ORGANISATION_NOT_COVERED', (basis) => coversOrganisation(basis, subject)],
    ['REGIME_EXCLUDED', (basis) => coversRegime(basis, subject)],
    ['FEED_MODE_NOT_COVERED', (basis) => question.feedMode === null || allowsFeed(basis, question.feedMode)],
  ]);
  if (found.kind === 'none') return refused(found.condition);
  const service = serviceCondition(subject, question.permission, today);
  return service === null ? ALLOWED(found.bases[0]) : refused(service);
}

/** 48v lid 5 leaves out VOG and positions of trust, so no record can bring them in. */
export function coversRegime(basis: LegalBasis, subject: GateSubject): boolean {
  return subject.regime === 'BO' && basis.regimes.includes('BO');
}

/** `full_feed` is the wider of the two. */
export function allowsFeed(basis: LegalBasis, feedMode: FeedMode): boolean {
  return basis.feedMode === 'full_feed' || feedMode === 'subscription';
}

/**
 * 48v speaks of people in service. Where a day is missing it counts against comparison: service begins on the last
 * day that it can and ends on the first. No begin given at all = in service, for the register says they are there.
 * Somebody who is still to join may be loaded already.
 */
export function serviceCondition(
  subject: GateSubject,
  permission: GatePermission,
  today: CalendarDate,
): GateCondition | null {
  const { inServiceFrom, inServiceUntil } = subject;
  if (inServiceUntil !== null && earliestDay(inServiceUntil) < today) return 'LEFT_SERVICE';
  const joined = inServiceFrom === null || latestDay(inServiceFrom) <= today;
  return joined || permission === 'load' ? null : 'NOT_YET_IN_SERVICE';
}
