import type { Access } from '../../src/domain/access.ts';
import type { FeedMode } from '../../src/domain/basis.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { EpochMs, InquiryId, PersonnelNumber, RegisterVersion, SubjectId } from '../../src/domain/ids.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import type { RegisterRow, Subject, SubjectKind } from '../../src/domain/subject.ts';
import type { Principal } from '../../src/legal/asked-about.ts';

/** A register file, checked row by row and past the gate's `load`. */
export interface RegisterImport {
  /** `snapshot`: who is not in it has left. `changes`: only the rows named change. */
  readonly mode: 'snapshot' | 'changes';
  readonly rows: readonly RegisterRow[];
  /**
   * Of whom the file says nothing to go by: they stay as they are. Those whose row was rejected as faulty, because a
   * faulty row does not say that somebody left.
   */
  readonly rejected: readonly RegisterRow['personnelNumber'][];
  /**
   * Rows that were rejected and do not show whose they are. Each may be of anybody whom a snapshot seems to lack, so
   * unless it is confirmed nobody leaves for being missing.
   */
  readonly unnamed: number;
  /** Subjects whose row the gate refused at load: they leave, whatever the mode. */
  readonly refused: readonly RegisterRow['personnelNumber'][];
  /** Whom an inquiry alone lets in, and which: they stay until its end, also when a snapshot does not name them. */
  readonly withinInquiry: ReadonlyMap<RegisterRow['personnelNumber'], InquiryId>;
  /** Codes with counts for the audit row: conditions of the gate that refused rows. */
  readonly counts: Readonly<Record<string, number>>;
  /** Largest share (0–1) of the present subjects that may leave; more is refused unless confirmed. */
  readonly shrinkLimit: number;
  readonly confirmed: boolean;
}

export type RegisterApplied =
  | {
      readonly kind: 'applied';
      readonly registerVersion: RegisterVersion;
      readonly joined: number;
      readonly changed: number;
      readonly left: number;
      readonly unchanged: number;
      /** Subjects that a snapshot does not name, and that stay because of `unnamed` rows. */
      readonly kept: number;
      /** Joined subjects with `inServiceFrom` before the import, for the alarm LATE_JOINER; none at the first import. */
      readonly lateJoiners: readonly { readonly subjectId: SubjectId; readonly inServiceFrom: CalendarDate }[];
      /** Entries kept under a basis that allows it that are screened again for the late joiners. */
      readonly rescreened: number;
      /** Tasks withdrawn because their subject left. */
      readonly withdrawnTasks: number;
    }
  | { readonly kind: 'shrinks'; readonly present: number; readonly wouldLeave: number };

export interface RegisterPage {
  readonly subjects: readonly Subject[];
  /** Subjects that left since. */
  readonly left: readonly SubjectId[];
  /** The register version this page is of; all pages of one reading have the same or the reading starts again. */
  readonly registerVersion: RegisterVersion;
  /** Give to the next call; null when this was the last page. */
  readonly next: string | null;
}

export interface Principals {
  readonly principals: ReadonlyMap<PersonnelNumber, Principal>;
  readonly registerVersion: RegisterVersion;
}

/** What the source is told of somebody: enough to recognise them, and nothing else. */
export interface SubscribedPerson extends Pick<PersonIdentity, 'givenNames' | 'particle' | 'surname'> {
  /** Nine digits that pass the elfproef. */
  readonly bsn: string;
}

export interface Subscription {
  readonly persons: readonly SubscribedPerson[];
  /** Under continuous control without a usable BSN; the source cannot be asked for them. */
  readonly withoutBsn: number;
}

/** The register: a sealed, versioned copy of what HR says, of those the law lets in. */
export interface RegisterStore {
  /** Applied as a difference; a row that says nothing new makes no version. */
  applyRegister(access: Access, register: RegisterImport, at: EpochMs): Promise<RegisterApplied>;
  /** Rises with every import that changes something and with every change of a legal basis. */
  registerVersion(access: Access): Promise<RegisterVersion>;
  /** The subjects that changed after a version (0 = all present), paged; for building and updating the index. */
  readRegister(access: Access, after: RegisterVersion, cursor: string | null, limit: number): Promise<RegisterPage>;
  /** Who of these is in the register now, by personnel number: whom partners belong to. All of one register version. */
  readPrincipals(access: Access, personnelNumbers: readonly PersonnelNumber[]): Promise<Principals>;
  /**
   * Those who are under continuous control now (Politiewet 48v lid 3), for the source's subscription; no planted test
   * persons. Throws `ScreeningError` ROLE_FORBIDS for an account that is no registrar.
   */
  exportSubscription(access: Access, feedMode: FeedMode, at: EpochMs): Promise<Subscription>;
  /** How many subjects are present, by kind. */
  countSubjects(access: Access): Promise<Readonly<Record<SubjectKind, number>>>;
}
