import type { AccountId, DispositionId, EpochMs } from './ids.ts';
import type { RatingLevel } from './rating.ts';

/** review rules, "States". `waiting`, `second_look` and `withdrawn` can be reached from any of the others. */
export const TASK_STATES = [
  'open',
  'claimed',
  'identity_decided',
  'relevance_decided',
  'waiting',
  'second_look',
  'closed',
  'withdrawn',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Answer to question A. */
export type IdentityVerdict = 'same_person' | 'someone_else' | 'cannot_tell';
/** Answer to question B. `propose_investigation` = incidenteel betrouwbaarheidsonderzoek. */
export type RelevanceVerdict = 'not_relevant' | 'watch' | 'propose_investigation';

/** Why a task was withdrawn by something other than a reviewer. `term_over`: it may not be kept any longer. */
export type WithdrawalReason = 'retracted' | 'no_longer_a_hit' | 'subject_left' | 'basis_ended' | 'term_over';

/** Why somebody else must look too; `disagreement`: two have looked and do not agree, a senior decides. */
export type SecondLookReason =
  | 'high_not_proposed'
  | 'someone_else_equal_bsn'
  | 'override_two_steps'
  | 'sample'
  | 'disagreement';

/** One verdict of one reviewer on one question. Retired by a later one, never overwritten. */
export interface Disposition {
  readonly dispositionId: DispositionId;
  readonly question: 'identity' | 'relevance';
  readonly verdict: IdentityVerdict | RelevanceVerdict;
  readonly accountId: AccountId;
  readonly decidedAt: EpochMs;
  /** The reviewer's motivation; empty when none was needed. */
  readonly reason: string;
  /** Keyed hash of the identity data of both sides on which the verdict was given. */
  readonly evidenceHash: string;
  /** Only with a relevance verdict: the rating proposed at the time, and the override when there was one. */
  readonly proposedRating: RatingLevel | null;
  readonly overriddenRating: RatingLevel | null;
  /** A second look (four eyes); blind when the first verdict was not shown. */
  readonly secondLook: boolean;
  readonly retiredAt: EpochMs | null;
}

/** The answer to question A as a reviewer gives it. */
export interface IdentityDecision {
  readonly verdict: IdentityVerdict;
  /** Required with `someone_else` and `cannot_tell` when the band is `strong`. */
  readonly reason: string;
  /** With `cannot_tell`, and then required: when to look again (YYYY-MM-DD, after today). */
  readonly waitUntil: string | null;
}

/** The answer to question B as a reviewer gives it. */
export interface RelevanceDecision {
  readonly verdict: RelevanceVerdict;
  /** Required with an override. */
  readonly reason: string;
  /** Null, or equal to the proposed rating: no override. */
  readonly overriddenRating: RatingLevel | null;
  /** With `watch`: when to look again at the latest (YYYY-MM-DD), or null for the next entry of the case. */
  readonly waitUntil: string | null;
}

/** Why a move was not made; a code with which the caller tells the reviewer what to do. */
export type MoveRefusal =
  | 'unknown_task'
  | 'role_forbids'
  | 'conflict_of_interest'
  | 'conflicts_not_declared'
  | 'claimed_by_another'
  | 'not_claimed'
  | 'claim_expired'
  | 'version_changed'
  | 'wrong_state'
  | 'reason_required'
  | 'date_required'
  | 'same_reviewer'
  | 'gate_refuses';
