import type { Access } from '../../src/domain/access.ts';
import type { CaseContent } from '../../src/domain/case.ts';
import type { Band, Hit } from '../../src/domain/hit.ts';
import type {
  AccountId,
  CaseNumber,
  EpochMs,
  MessageId,
  PersonnelNumber,
  SubjectId,
  TaskId,
} from '../../src/domain/ids.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import type { Rating, RatingLevel } from '../../src/domain/rating.ts';
import type { Subject } from '../../src/domain/subject.ts';
import type {
  Disposition,
  IdentityDecision,
  IdentityVerdict,
  MoveRefusal,
  RelevanceDecision,
  TaskState,
} from '../../src/domain/task.ts';

export interface TaskFilter {
  readonly bands?: readonly Band[];
  readonly states?: readonly TaskState[];
  readonly claimedBy?: AccountId;
  readonly limit: number;
  /** From the previous page; absent for the first. */
  readonly cursor?: string;
}

/** A line of the queue. What the asking account may not see yet is null: rating, rule, due date (review rules). */
export interface TaskLine {
  readonly taskId: TaskId;
  readonly caseNumber: CaseNumber;
  /** The message that last changed the task. */
  readonly messageId: MessageId;
  readonly personnelNumber: PersonnelNumber;
  readonly band: Band;
  readonly probability: number;
  readonly state: TaskState;
  readonly claimedBy: AccountId | null;
  readonly createdAt: EpochMs;
  readonly revealed: { readonly rating: RatingLevel; readonly ruleId: string; readonly dueAt: EpochMs } | null;
}

export interface TaskPage {
  readonly tasks: readonly TaskLine[];
  readonly next: string | null;
}

/** One subject that the same entry hit. */
export interface Rival {
  readonly subjectId: SubjectId;
  readonly personnelNumber: PersonnelNumber;
  readonly subject: Subject;
  readonly hit: Hit;
}

/** The last verdict on this pair that was given under another case. */
export interface EarlierVerdict {
  readonly verdict: IdentityVerdict;
  readonly decidedAt: EpochMs;
  /** Whether the identity data of both sides are still those on which it was given. */
  readonly sameEvidence: boolean;
}

/** Question A: everything about identity and nothing about the offence. */
export interface TaskIdentityView extends Omit<TaskLine, 'revealed'> {
  readonly version: number;
  readonly person: PersonIdentity;
  readonly subject: Subject;
  readonly hit: Hit;
  readonly rivals: readonly Rival[];
  /** Retired ones too, oldest first; without those a blind second look must not see. */
  readonly identityDispositions: readonly Disposition[];
  readonly earlierVerdict: EarlierVerdict | null;
}

/** Question B, only for an account to whom A is answered. */
export interface TaskRelevanceView {
  readonly case: CaseContent;
  readonly rating: Rating;
  readonly dueAt: EpochMs;
  readonly dispositions: readonly Disposition[];
}

export interface TaskView {
  readonly identity: TaskIdentityView;
  /** Null until A is answered for the asking account. */
  readonly relevance: TaskRelevanceView | null;
}

export type MoveResult =
  | { readonly kind: 'done'; readonly taskId: TaskId; readonly version: number; readonly state: TaskState }
  | { readonly kind: 'refused'; readonly refusal: MoveRefusal };

/**
 * The review queue. The account acting is that of `access.actor`. Every method first returns to the queue what time
 * gave back: claims that ran out, tasks whose day to wait for has come.
 *
 * Throws `ScreeningError` ROLE_FORBIDS for a part of the system (but for `countTasks`) and ACCOUNT_UNKNOWN.
 */
export interface TaskStore {
  /**
   * A page in the order in which the queue is worked, at the same cost however long the queue is: where an account may
   * see little of it, a page holds fewer lines than asked for, and `next` is still not null. Tasks whose case was
   * erased are not listed. Throws ROLE_FORBIDS for an account that reviews nothing.
   */
  listTasks(access: Access, filter: TaskFilter, at: EpochMs): Promise<TaskPage>;
  /** Writes the audit row of the view. */
  viewTask(
    access: Access,
    taskId: TaskId,
    at: EpochMs,
  ): Promise<TaskView | { readonly kind: 'refused'; readonly refusal: MoveRefusal }>;
  claimTask(access: Access, taskId: TaskId, at: EpochMs): Promise<MoveResult>;
  /** The highest-ranked task this account may work, atomically; null when there is none. */
  claimNext(access: Access, at: EpochMs): Promise<MoveResult | null>;
  releaseTask(access: Access, taskId: TaskId, at: EpochMs): Promise<MoveResult>;
  decideIdentity(
    access: Access,
    taskId: TaskId,
    version: number,
    decision: IdentityDecision,
    at: EpochMs,
  ): Promise<MoveResult>;
  decideRelevance(
    access: Access,
    taskId: TaskId,
    version: number,
    decision: RelevanceDecision,
    at: EpochMs,
  ): Promise<MoveResult>;
  /** How many tasks stand in each state and at each rating; figures only. */
  countTasks(access: Access): Promise<{
    readonly byState: Readonly<Partial<Record<TaskState, number>>>;
    readonly byRating: Readonly<Partial<Record<RatingLevel, number>>>;
    readonly oldestOpenAt: EpochMs | null;
  }>;
}
