import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Fact } from '../domain/case.ts';
import type { FunctionClass, SubjectKind } from '../domain/subject.ts';

/** A fact to be rated, and how old its person was. */
export interface RatedFact {
  readonly fact: Fact;
  /** Whole years at the act (`ageInYears` of src/domain/age.ts); null = unknown, which lowers nothing. */
  readonly ageAtActYears: number | null;
}

/**
 * All that relevance may know (promise P8). There is no field for a name, number, birth date, place or sex, and none
 * may be added: who somebody is must not reach how relevant something is.
 */
export interface RatingInput {
  /** All facts of the case. */
  readonly facts: readonly RatedFact[];
  readonly functionClass: FunctionClass;
  readonly subjectKind: SubjectKind;
  /** Facts of this subject's other cases whose task was answered "same person"; never of unconfirmed ones. */
  readonly confirmedEarlierFacts: readonly Fact[];
  /** The subject reported it (Politiewet 48w). Shown; changes no level. */
  readonly reportedBySubject: boolean;
  readonly today: CalendarDate;
}
