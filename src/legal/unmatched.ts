import type { LegalBasis } from '../domain/basis.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { sift, standingTests } from './basis-in-force.ts';

/**
 * For how many days an entry that concerned nobody may be kept, sealed, to be compared with staff who join late. None
 * (0) unless a basis says so: without one, who joins late is not compared with what came before (Wjsg 3 lid 3, 7a).
 */
export function keepUnmatchedDays(bases: readonly LegalBasis[], today: CalendarDate): number {
  const continuous = bases.filter((basis) => basis.mode === 'continuous' && basis.subjectKind !== 'partner');
  const standing = sift(continuous, standingTests(today));
  if (standing.kind === 'none') return 0;
  return Math.max(...standing.bases.map((basis) => basis.keepUnmatchedDays ?? 0));
}
