import type { Access } from '../../src/domain/access.ts';
import type { Fact } from '../../src/domain/case.ts';
import type { EpochMs, TaskId } from '../../src/domain/ids.ts';
import type { PartialDate } from '../../src/domain/partial-date.ts';
import type { Rating } from '../../src/domain/rating.ts';
import type { FunctionClass, SubjectKind } from '../../src/domain/subject.ts';

/** A task whose rating was made before something changed that it rests on. */
export interface OutdatedRating {
  readonly taskId: TaskId;
  /** Opaque: what the rating would rest on if it were made now. Handed back, so that nothing older is written. */
  readonly ratedOn: string;
  /** All facts of its case. */
  readonly facts: readonly Fact[];
  readonly subjectKind: SubjectKind;
  readonly functionClass: FunctionClass;
  /** For the age at the act; from the register. */
  readonly birthDate: PartialDate;
  /** Facts of the subject's other, confirmed cases. */
  readonly confirmedFacts: readonly Fact[];
}

export interface RenewedRating extends Pick<OutdatedRating, 'taskId' | 'ratedOn'> {
  readonly rating: Rating;
}

/** How ratings follow what they rest on: the subject's confirmed cases, the register and the policy. */
export interface RatingStore {
  /**
   * Tasks neither closed nor withdrawn that were rated before a verdict on their subject, a change of the subject or
   * under another policy. Covered by the audit row of `renewRatings`.
   */
  listOutdatedRatings(access: Access, policyVersion: string, limit: number): Promise<readonly OutdatedRating[]>;
  /**
   * Rates tasks anew. One that has moved since it was listed is left to the next time; one that comes out the same
   * keeps its version, so that nobody who is at it is disturbed. Answers how many got another rating.
   */
  renewRatings(access: Access, renewed: readonly RenewedRating[], at: EpochMs): Promise<number>;
}
