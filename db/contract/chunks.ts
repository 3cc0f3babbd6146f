import type { Access } from '../../src/domain/access.ts';
import type { CaseContent, Fact } from '../../src/domain/case.ts';
import type { DeliveryRef, Outcome } from '../../src/domain/delivery.ts';
import type { Entry, MessageOrder } from '../../src/domain/entry.ts';
import type { Hit } from '../../src/domain/hit.ts';
import type {
  CaseNumber,
  ChunkId,
  DeliveryKey,
  EpochMs,
  InquiryId,
  RegisterVersion,
  SubjectId,
  TaskId,
} from '../../src/domain/ids.ts';
import type { ReasonCode } from '../../src/domain/ledger.ts';
import type { PartialDate } from '../../src/domain/partial-date.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import type { Rating, RatingLevel } from '../../src/domain/rating.ts';
import type { IdentityVerdict, RelevanceVerdict, TaskState, WithdrawalReason } from '../../src/domain/task.ts';

export interface ChunkLine {
  readonly line: number;
  readonly entry: Entry;
}

/** A task as the screening of its case needs it. */
export interface TaskOfCase {
  readonly taskId: TaskId;
  readonly subjectId: SubjectId;
  readonly version: number;
  readonly state: TaskState;
  /** In the empty shell of a withdrawn task, whose case was erased: level `none`, rule `ERASED`, no reasons. */
  readonly rating: Rating;
  /** Current answers; null while not given. */
  readonly identity: IdentityVerdict | null;
  readonly relevance: RelevanceVerdict | null;
  /** The rating proposed when question B was answered; null while it is not, and in an empty shell. */
  readonly answeredRating: RatingLevel | null;
  /** On what identity data of both sides the task stands; compare with `PairKnowledge.evidenceHash`. */
  readonly evidenceHash: string;
}

/** What the system knows of a case. A case nobody has a task in has no content and no tasks. */
export interface CaseHistory {
  readonly caseNumber: CaseNumber;
  /** Opaque; handed back in `ChunkResult` so that nothing is written when the case has moved since. */
  readonly version: string;
  /** The highest order among its screened snapshots that were not quarantined; older ones count, repeats do not. */
  readonly newestSnapshot: MessageOrder | null;
  /** Retractions, oldest first; `factNumbers` null = the whole case. */
  readonly tombstones: readonly (MessageOrder & { readonly factNumbers: readonly number[] | null })[];
  readonly content: { readonly person: PersonIdentity; readonly case: CaseContent } | null;
  readonly tasks: readonly TaskOfCase[];
}

export type BegunChunk =
  | {
      readonly kind: 'work';
      readonly chunkId: ChunkId;
      readonly deliveryKey: DeliveryKey;
      /** Whether the delivery is one of planted test persons (`CANARY_SENDER`). */
      readonly planted: boolean;
      /** Counted before anything is done; 1 on the first try. */
      readonly attempt: number;
      /** The index must be at least this new. */
      readonly registerVersion: RegisterVersion;
      readonly lines: readonly ChunkLine[];
      readonly cases: readonly CaseHistory[];
    }
  /** Screened before, or its delivery is gone. */
  | { readonly kind: 'nothing_to_do'; readonly deliveryKey: DeliveryKey | null };

/** What earlier verdicts and confirmed cases say about one candidate pair. */
export interface PairKnowledge {
  readonly subjectId: SubjectId;
  /** Index into the `pairs` asked for. */
  readonly pair: number;
  /** Keyed hash of the identity data of both sides. */
  readonly evidenceHash: string;
  /** The last verdict on this source person and subject, and whether it was given on the same evidence. */
  readonly earlierVerdict: { readonly verdict: IdentityVerdict; readonly sameEvidence: boolean } | null;
  /** Opaque; handed back in `ChunkResult` so that nothing is written when a disposition about the subject was given since. */
  readonly dispositionVersion: string;
  /** Facts of the subject's other, confirmed cases; the case asked about is left out. */
  readonly confirmedFacts: readonly Fact[];
  /** For the age at the act; from the register. */
  readonly birthDate: PartialDate;
}

export type TaskWrite =
  | {
      readonly kind: 'create';
      readonly subjectId: SubjectId;
      readonly rating: Rating;
      readonly evidenceHash: string;
    }
  | {
      readonly kind: 'update';
      readonly taskId: TaskId;
      readonly expectedVersion: number;
      readonly rating: Rating;
      readonly evidenceHash: string;
      /** A closed or waiting task goes back to the queue. */
      readonly reopen: boolean;
      /** The identity data changed: question A is asked again. */
      readonly askIdentityAgain: boolean;
    }
  | {
      readonly kind: 'withdraw';
      readonly taskId: TaskId;
      readonly expectedVersion: number;
      readonly reason: WithdrawalReason;
    };

/** The new truth of one case. The tasks not named stay as they are. */
export interface CaseWrite {
  readonly caseNumber: CaseNumber;
  /** Null erases the content: no task needs it any more. */
  readonly content: {
    readonly order: MessageOrder;
    readonly person: PersonIdentity;
    readonly case: CaseContent;
  } | null;
  /**
   * Every hit of the case's newest person, also those without a task (rivals). Replaces the earlier ones; only a
   * task that stays without a new hit (a confirmed pair) keeps the hit it has. Null: the hits stay as they are.
   */
  readonly hits: readonly Hit[] | null;
  readonly tasks: readonly TaskWrite[];
  /** A retraction: `tasked` lines of this case that are older than this become `withdrawn`. */
  readonly retractedUpTo: MessageOrder | null;
}

export interface LineResult {
  readonly line: number;
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
}

/** Everything one chunk changes; written as a whole or not at all. Content of lines is erased in any case. */
export interface ChunkResult {
  readonly chunkId: ChunkId;
  readonly attempt: number;
  /** The register version the chunk was matched with; every change of a subject or a basis makes a new one. */
  readonly registerVersion: RegisterVersion;
  readonly modelVersion: string;
  readonly lines: readonly LineResult[];
  readonly cases: readonly CaseWrite[];
  /** Versions read; the write is refused when one has changed. */
  readonly expectedCases: readonly { readonly caseNumber: CaseNumber; readonly version: string }[];
  readonly expectedDispositions: readonly { readonly subjectId: SubjectId; readonly version: string }[];
  /** Inquiries whose partners were compared: this delivery is the one comparison that they allow. */
  readonly inquiries: readonly InquiryId[];
  /** Codes with counts for the audit row: gate conditions refused, rules that gave `none`, blocking rules. */
  readonly counts: Readonly<Record<string, number>>;
}

export type ChunkCommit =
  | { readonly kind: 'committed'; readonly deliveryKey: DeliveryKey; readonly unscreened: number }
  /** Something read has changed, or the register moved: screen again; the attempt does not count. */
  | { readonly kind: 'stale'; readonly what: 'register' | 'case' | 'disposition' }
  /** Another attempt has done it, or the delivery is gone. */
  | { readonly kind: 'superseded' };

/** How lines get their outcome. `readPairs` is covered by the audit rows of `beginChunk` and `commitChunk` around it. */
export interface ChunkStore {
  /** Counts the attempt and reads the lines with all that is known about their cases. */
  beginChunk(access: Access, chunkId: ChunkId, at: EpochMs): Promise<BegunChunk>;
  /** Verdicts on the candidate pairs of a chunk. A pair whose subject is gone is left out. */
  readPairs(
    access: Access,
    pairs: readonly {
      readonly person: PersonIdentity;
      readonly caseNumber: CaseNumber;
      readonly subjectId: SubjectId;
    }[],
  ): Promise<readonly PairKnowledge[]>;
  /** Ledger outcomes, cases, hits, tasks and erasure in one guarded transaction. */
  commitChunk(access: Access, result: ChunkResult, at: EpochMs): Promise<ChunkCommit>;
  /** Takes back the attempt counted by `beginChunk`, after a `stale` commit or a failure that was not the lines' fault. */
  uncountAttempt(access: Access, chunkId: ChunkId, attempt: number): Promise<void>;
  /** Replaces a chunk that failed too often by chunks of one line each; empty when it had one line or is done. */
  splitChunk(access: Access, chunkId: ChunkId): Promise<readonly ChunkId[]>;
  /** Quarantines (`POISON`) what is left of a chunk and erases its content; answers as `commitChunk`. */
  quarantineChunk(access: Access, chunkId: ChunkId, at: EpochMs): Promise<ChunkCommit>;
  /** Chunks and deliveries that are not finished, for the sweep. */
  listUnfinished(access: Access): Promise<{
    readonly chunks: readonly (DeliveryRef & { readonly chunkId: ChunkId })[];
    readonly toSettle: readonly DeliveryRef[];
    /** `receiving` and not heard of since; to be refused as DELIVERY_INTERRUPTED by the sweep. */
    readonly receiving: readonly (DeliveryRef & { readonly lastHeardAt: EpochMs })[];
  }>;
}
