import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { GateCondition } from '../../src/domain/gate.ts';
import type { Hit } from '../../src/domain/hit.ts';
import type { InquiryId, RegisterVersion, SubjectId } from '../../src/domain/ids.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import type { FunctionClass, SubjectKind } from '../../src/domain/subject.ts';

/** One person against everybody the law lets be compared. */
export interface Compared {
  readonly hits: readonly Hit[];
  /** Why subjects were left out: for each hit refused the condition that failed; `NO_BASIS` … when nobody is in scope. */
  readonly refused: readonly GateCondition[];
}

/** What relevance needs to know of a subject. */
export interface SubjectFacts {
  readonly kind: SubjectKind;
  readonly functionClass: FunctionClass;
  /**
   * Whether persons are compared with it now. Not with a partner whose one comparison was with another delivery: then
   * that it is no hit says nothing.
   */
  readonly compared: boolean;
  /** A planted test person, whom no entry of a real sender may hit. */
  readonly planted: boolean;
}

/**
 * The register as it is matched with at one moment: one register version, one day. Synchronous, so that nothing can
 * change between the entries of a chunk.
 */
export interface MatchScope {
  readonly registerVersion: RegisterVersion;
  readonly modelVersion: string;
  readonly today: CalendarDate;
  compare(person: PersonIdentity): Compared;
  /** Null when the subject is not in scope. */
  subject(subjectId: SubjectId): SubjectFacts | null;
  /** Inquiries whose partners `compare` compares with; what is written of it uses up their one comparison. */
  readonly inquiries: readonly InquiryId[];
}
