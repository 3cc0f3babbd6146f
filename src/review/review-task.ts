import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Band, BsnState } from '../domain/hit.ts';
import type { AccountId, EpochMs } from '../domain/ids.ts';
import type { RatingLevel } from '../domain/rating.ts';
import type { Disposition, SecondLookReason, TaskState } from '../domain/task.ts';
import type { PersonAtStake } from './conflicts.ts';

/** Who has a task in hand, and when that account last did something with it. */
export interface Claim {
  readonly by: AccountId;
  readonly at: EpochMs;
}

export interface SecondLook {
  readonly why: SecondLookReason;
  /** The second reviewer answers both questions without seeing the first answers. */
  readonly blind: boolean;
}

/** What the review rules need to know of a task. Nothing of the offence, and of the people only what makes a conflict. */
export interface ReviewTask {
  readonly state: TaskState;
  /** Rises by one with every change. */
  readonly version: number;
  readonly band: Band;
  readonly bsnState: BsnState;
  /** What the policy says now. */
  readonly rating: RatingLevel;
  /** Of the identity data of both sides now; a verdict given on another hash is stale. */
  readonly evidenceHash: string;
  /** The last claim, which may have run out: kept so that a late answer can be told why it comes to nothing. */
  readonly claim: Claim | null;
  /** Only when `waiting`: the day on which it comes back; null = with the next entry of its case. */
  readonly waitUntil: CalendarDate | null;
  /** Only in `second_look`. */
  readonly secondLook: SecondLook | null;
  /** Whether the task's keyed hash puts it in the sample (`isSampled`). */
  readonly sampled: boolean;
  /** The subject and the rivals. */
  readonly people: readonly PersonAtStake[];
  /** Every verdict, retired ones too, oldest first. */
  readonly dispositions: readonly Disposition[];
}

/** What time and entries look at; nobody's hits have to be opened for it. */
export type TaskLife = Pick<
  ReviewTask,
  'state' | 'claim' | 'waitUntil' | 'secondLook' | 'evidenceHash' | 'dispositions'
>;

type Verdicts = Pick<ReviewTask, 'dispositions' | 'evidenceHash'>;

/** Verdicts that have not been retired, oldest first. */
export function currentDispositions(task: Pick<ReviewTask, 'dispositions'>): readonly Disposition[] {
  return task.dispositions.filter((disposition) => disposition.retiredAt === null);
}

/** The standing verdicts on question A that were given on the evidence as it is now. */
export function currentIdentity(task: Verdicts): readonly Disposition[] {
  return currentDispositions(task).filter(
    (disposition) => disposition.question === 'identity' && disposition.evidenceHash === task.evidenceHash,
  );
}

/** The standing verdicts on question B. */
export function currentRelevance(task: Pick<ReviewTask, 'dispositions'>): readonly Disposition[] {
  return currentDispositions(task).filter((disposition) => disposition.question === 'relevance');
}

/** Whether somebody has said, on the evidence as it is now, that this is the same person, and nobody has retired it. */
export function isSamePerson(task: Verdicts): boolean {
  return currentIdentity(task).some((disposition) => disposition.verdict === 'same_person');
}
