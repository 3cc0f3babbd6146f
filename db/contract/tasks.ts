import type { Access } from '../../src/domain/access.ts';
import type { CaseContent } from '../../src/domain/case.ts';
import type { Outcome } from '../../src/domain/delivery.ts';
import type { MessageOrder } from '../../src/domain/entry.ts';
import type { Band, Hit } from '../../src/domain/hit.ts';
import type {
  AccountId,
  CaseNumber,
  DeliveryId,
  EpochMs,
  MessageId,
  PersonnelNumber,
  SubjectId,
  TaskId,
} from '../../src/domain/ids.ts';
import type { ReasonCode } from '../../src/domain/ledger.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
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
import type { Turn } from '../../src/review/turn.ts';

export interface TaskFilter {
  readonly bands?: readonly Band[];
  readonly states?: readonly TaskState[];
  readonly claimedBy?: AccountId;
  /** Only for seniors, to whom lists show ratings; so is `overdue`: tasks that are not closed and whose day has passed. */
  readonly ratings?: readonly RatingLevel[];
  readonly overdue?: boolean;
  readonly limit: number;
  /** From the previous page; absent for the first. */
  readonly cursor?: string;
}

/** A line of the queue. What the asking account may not see yet is null: rating, rule, due date (review rules). */
export interface TaskLine {
  readonly taskId: TaskId;
  readonly version: number;
  readonly caseNumber: CaseNumber;
  /** The message that last changed the task. */
  readonly messageId: MessageId;
  readonly subjectId: SubjectId;
  readonly personnelNumber: PersonnelNumber;
  readonly band: Band;
  readonly probability: number;
  readonly state: TaskState;
  readonly claimedBy: AccountId | null;
  readonly createdAt: EpochMs;
  /** Whether the account could take it in hand now. */
  readonly mayTake: boolean;
  readonly revealed: { readonly rating: RatingLevel; readonly ruleId: string; readonly dueAt: EpochMs } | null;
}

export interface TaskPage {
  readonly tasks: readonly TaskLine[];
  readonly next: string | null;
  /** Sign-in names of the accounts that have a task of the page in hand. */
  readonly names: Readonly<Record<AccountId, string>>;
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
export interface TaskIdentityView extends Omit<TaskLine, 'revealed' | 'mayTake'> {
  readonly person: PersonIdentity;
  readonly subject: Subject;
  readonly hit: Hit;
  /** What the register says by now of who the subject is, where that is something else than was compared. */
  readonly registerNow: SubjectIdentity | null;
  readonly rivals: readonly Rival[];
  /** Retired ones too, oldest first; without those a blind second look must not see. */
  readonly identityDispositions: readonly Disposition[];
  readonly earlierVerdict: EarlierVerdict | null;
  /** Only of a waiting task: `YYYY-MM-DD` on which it comes back; null = with the next entry of its case. */
  readonly waitUntil: string | null;
}

/** One message of the case, as the ledger has it: what it said then is not kept, only what is true now. */
export interface CaseMessage extends MessageOrder {
  readonly deliveryId: DeliveryId;
  readonly isRetraction: boolean;
  readonly outcome: Outcome;
  readonly reason: ReasonCode | null;
  readonly decidedAt: EpochMs;
}

/** Another task about the same subject, with the answers that stand and that the account may see. */
export interface TaskOfSubject extends TaskLine {
  readonly verdicts: readonly Disposition['verdict'][];
}

/** Question B, only for an account to whom A is answered. */
export interface TaskRelevanceView {
  readonly case: CaseContent;
  readonly rating: Rating;
  readonly dueAt: EpochMs;
  readonly dispositions: readonly Disposition[];
  /** Every message under the parketnummer that was not a repeat, oldest first. */
  readonly messages: readonly CaseMessage[];
  /** Those that the account may see, newest first. */
  readonly otherTasks: readonly TaskOfSubject[];
}

/** The record of the law under which a task is shown; a print names it. */
export interface ShownUnder {
  readonly dpiaReference: string;
  readonly fictitious: boolean;
}

export interface TaskView {
  readonly identity: TaskIdentityView;
  /** Null until A is answered for the asking account. */
  readonly relevance: TaskRelevanceView | null;
  readonly turn: Turn;
  /** Sign-in names of the accounts that the rest names by id. */
  readonly names: Readonly<Record<AccountId, string>>;
  readonly shownUnder: ShownUnder;
}

export interface MoveRefused {
  readonly kind: 'refused';
  readonly refusal: MoveRefusal;
}

export type MoveResult =
  | { readonly kind: 'done'; readonly taskId: TaskId; readonly version: number; readonly state: TaskState }
  | MoveRefused;

/** How many tasks stand in each state and at each rating; figures only. */
export interface TaskCounts {
  readonly byState: Readonly<Partial<Record<TaskState, number>>>;
  readonly byRating: Readonly<Partial<Record<RatingLevel, number>>>;
  readonly oldestOpenAt: EpochMs | null;
}

/** An account that works the queue, by its sign-in name. */
export interface Reviewer {
  readonly accountId: AccountId;
  readonly name: string;
}

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
   * erased are not listed. Throws ROLE_FORBIDS for an account that reviews nothing, and for one that asks by what it
   * may not see.
   */
  listTasks(access: Access, filter: TaskFilter, at: EpochMs): Promise<TaskPage>;
  /** Writes the audit row of the view. */
  viewTask(access: Access, taskId: TaskId, at: EpochMs): Promise<TaskView | MoveRefused>;
  /** The same for paper: the audit row says that it was printed. */
  printTask(access: Access, taskId: TaskId, at: EpochMs): Promise<TaskView | MoveRefused>;
  claimTask(access: Access, taskId: TaskId, at: EpochMs): Promise<MoveResult>;
  /** The highest-ranked task this account may work, atomically; null when there is none. */
  claimNext(access: Access, at: EpochMs): Promise<MoveResult | null>;
  /** @param version what the account had on the screen; left out where nothing older can be on one */
  releaseTask(access: Access, taskId: TaskId, at: EpochMs, version?: number): Promise<MoveResult>;
  /** A senior puts a task into the hands of another account, also out of those of a third. */
  assignTask(access: Access, taskId: TaskId, version: number, to: AccountId, at: EpochMs): Promise<MoveResult>;
  /** Whom a task can be given to. Throws ROLE_FORBIDS for who is no senior. */
  listReviewers(access: Access): Promise<readonly Reviewer[]>;
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
  countTasks(access: Access): Promise<TaskCounts>;
}
