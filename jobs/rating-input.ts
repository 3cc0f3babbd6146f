import type { OutdatedRating } from '../db/contract/ratings.ts';
import { ageInYears } from '../src/domain/age.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import type { Fact } from '../src/domain/case.ts';
import { countsOfPartner } from '../src/legal/partner-inquiry.ts';
import type { RatingInput } from '../src/relevance/input.ts';
import type { Relevance } from '../src/relevance/relevance.ts';

/** A case and what may be known of the subject it is rated for. */
type ToRate = Omit<OutdatedRating, 'taskId' | 'ratedOn'>;

/**
 * What relevance may know of a case. Of a partner only the facts that may be shown (G9): nothing is rated, and so no
 * task made, that its investigator could not see.
 */
export function ratingInput(
  { facts, subjectKind, functionClass, birthDate, confirmedFacts }: ToRate,
  relevance: Pick<Relevance, 'shownFact'>,
  today: CalendarDate,
): RatingInput {
  const counts = (fact: Fact) => countsOfPartner(relevance.shownFact(fact, today), today);
  const counting = subjectKind === 'partner' ? facts.filter(counts) : facts;
  return {
    facts: counting.map((fact) => ({ fact, ageAtActYears: ageInYears(birthDate, fact.actDateUntil ?? fact.actDate) })),
    ...{ functionClass, subjectKind, confirmedEarlierFacts: confirmedFacts, reportedBySubject: false, today },
  };
}
