import type { NewLegalBasis } from '../domain/basis.ts';
import { parseCalendarDate } from '../domain/calendar-date.ts';

/** Besides being no reference to anything, it says so. */
const PLACEHOLDER_DPIA = 'DPIA-FICTITIOUS-DEMO';
/** Politiewet 48v has been in force since this day. */
const IN_FORCE_SINCE = '2023-01-01';

/**
 * The made-up bases of the embedded default, one for officers and one for externals, so that a demonstration has
 * somebody to compare; never one for partners. Any other installation records its own. To be confirmed by the set-up.
 */
export function fictitiousBases(): readonly NewLegalBasis[] {
  const from = parseCalendarDate(IN_FORCE_SINCE);
  if (from === null) throw new Error(`${IN_FORCE_SINCE} is no date`);
  return (['officer', 'external'] as const).map((subjectKind) => ({
    statute: { name: 'Politiewet 2012', gazetteYear: 2020, gazetteNumber: 412 },
    articles: ['48v'],
    subjectKind,
    mode: 'continuous',
    feedMode: 'full_feed',
    organisation: null,
    regimes: ['BO'],
    from,
    until: null,
    conditions: [],
    dpiaReference: PLACEHOLDER_DPIA,
    recordedBy: 'set-up',
    fictitious: true,
  }));
}
