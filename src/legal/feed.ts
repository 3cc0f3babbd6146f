import type { FeedMode, LegalBasis } from '../domain/basis.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { GateVerdict } from '../domain/gate.ts';
import { ALLOWED, refused, sift, standingTests } from './basis-in-force.ts';
import { allowsFeed } from './staff.ts';

/**
 * Whether deliveries of this kind may be taken in at all today. Asked before a delivery is stored, because a full feed
 * holds the entries of strangers (Wjsg 3 lid 3, 7a). Only bases for officers and externals open a feed.
 */
export function mayIngest(feedMode: FeedMode, bases: readonly LegalBasis[], today: CalendarDate): GateVerdict {
  const continuous = bases.filter((basis) => basis.mode === 'continuous' && basis.subjectKind !== 'partner');
  const found = sift(continuous, [
    ...standingTests(today),
    ['FEED_MODE_NOT_COVERED', (basis) => allowsFeed(basis, feedMode)],
  ]);
  return found.kind === 'none' ? refused(found.condition) : ALLOWED(found.bases[0]);
}
