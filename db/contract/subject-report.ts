import type { Access } from '../../src/domain/access.ts';
import type { Fact } from '../../src/domain/case.ts';
import type { Outcome } from '../../src/domain/delivery.ts';
import type { Hit } from '../../src/domain/hit.ts';
import type {
  CaseNumber,
  DeliveryId,
  EpochMs,
  MessageId,
  PersonnelNumber,
  RegisterVersion,
  SubjectId,
  TaskId,
} from '../../src/domain/ids.ts';
import type { ReasonCode } from '../../src/domain/ledger.ts';
import type { Rating } from '../../src/domain/rating.ts';
import type { ReportGround } from '../../src/domain/report-ground.ts';
import type { RegisterRow } from '../../src/domain/subject.ts';
import type { Disposition, IdentityVerdict, TaskState, WithdrawalReason } from '../../src/domain/task.ts';

/** A message about a case that reached this person, as the ledger keeps it. */
export interface ReceivedMessage {
  readonly sender: string;
  readonly deliveryId: DeliveryId;
  readonly line: number;
  readonly messageId: MessageId | null;
  /** When the source wrote it. */
  readonly occurredAt: EpochMs | null;
  readonly receivedAt: EpochMs;
  /** Null while it waits to be screened. */
  readonly outcome: Outcome | null;
  readonly reason: ReasonCode | null;
  readonly decidedAt: EpochMs | null;
}

export interface ReportedDisposition
  extends Pick<Disposition, 'question' | 'verdict' | 'decidedAt' | 'secondLook' | 'retiredAt'> {
  /** The name of the account. */
  readonly by: string;
  /** The motivation; empty when there was none, and while nobody has confirmed that it is about this person. */
  readonly reason: string;
}

export interface ReportedTask {
  readonly taskId: TaskId;
  readonly state: TaskState;
  readonly createdAt: EpochMs;
  readonly withdrawnReason: WithdrawalReason | null;
  /** Null while nobody has confirmed that it is about this person, and in an empty shell. */
  readonly rating: Rating | null;
  readonly dispositions: readonly ReportedDisposition[];
}

/**
 * One case that reached this person. What it says, and its number, only when a reviewer confirmed that it is theirs:
 * until then it may be about somebody else, whose data are not this person's to see.
 */
export interface ReportedCase {
  readonly confirmed: boolean;
  readonly caseNumber: CaseNumber | null;
  readonly facts: readonly Fact[] | null;
  readonly received: readonly ReceivedMessage[];
  /** How well this person matched, in levels; null when it was erased. */
  readonly hit: Hit | null;
  /** Null when the case only came near this person, and no task was made of it. */
  readonly task: ReportedTask | null;
}

/** A row of the audit log that names this person or a task about them. */
export interface SeenRow {
  readonly at: EpochMs;
  /** The name of the account, or the part of the system. */
  readonly by: string;
  readonly action: string;
  readonly purpose: string;
  readonly taskId: TaskId | null;
}

/** What was done with one person's data (AVG 15). Cleared entries left nothing that could be found under a person. */
export interface SubjectReport {
  readonly kind: 'report';
  readonly subjectId: SubjectId;
  readonly personnelNumber: PersonnelNumber;
  readonly madeAt: EpochMs;
  readonly present: boolean;
  readonly leftAt: EpochMs | null;
  /** What the register said, oldest first; of somebody who left only what a match still rests on. */
  readonly register: readonly {
    readonly version: number;
    readonly registerVersion: RegisterVersion;
    readonly recordedAt: EpochMs;
    readonly row: RegisterRow;
  }[];
  readonly cases: readonly ReportedCase[];
  /** Verdicts that are remembered across cases, as a keyed hash of the other side. */
  readonly remembered: readonly { readonly verdict: IdentityVerdict; readonly decidedAt: EpochMs }[];
  /** When names and BSNs of those under continuous control were handed to the source while this person was known. */
  readonly supplied: readonly EpochMs[];
  readonly seen: readonly SeenRow[];
}

export type ReportRefusal = 'unknown_subject' | 'conflict_of_interest' | 'conflicts_not_declared';

/** The right of a person to know what was done with their data. */
export interface SubjectReportStore {
  /**
   * For a senior without a conflict of interest. Found through the mapping of personnel numbers to internal ids: once
   * that is deleted, so is the way to the rows. The refusals, too, stand in the audit log.
   * Throws ROLE_FORBIDS for everybody else and for parts of the system.
   */
  subjectReport(
    access: Access,
    personnelNumber: PersonnelNumber,
    ground: ReportGround,
    at: EpochMs,
  ): Promise<SubjectReport | { readonly kind: 'refused'; readonly refusal: ReportRefusal }>;
}
