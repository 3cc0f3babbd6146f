import { RATING_LEVELS, type RatingLevel } from '../domain/rating.ts';
import type { Disposition, SecondLookReason } from '../domain/task.ts';
import type { ReviewTask, SecondLook } from './review-task.ts';

/** What a reviewer is about to answer, as far as the four-eyes rules look at it. */
export type Answer = Pick<Disposition, 'question' | 'verdict' | 'proposedRating' | 'overriddenRating'>;

/** Share of what is closed alone that somebody else looks at again (review rules, 4). Chosen, not from a source. */
const SAMPLE_SHARE = 0.05;

/**
 * Whether a task belongs to the sample, by the keyed hash of its id (base64url, 4 bytes or more): reproducible for who
 * has the key, and not to be foreseen by a reviewer who has not.
 */
export function isSampled(keyedHash: string): boolean {
  return Buffer.from(keyedHash, 'base64url').readUInt32BE() / 2 ** 32 < SAMPLE_SHARE;
}

/**
 * The second look that an answer needs before it takes effect; null when one pair of eyes is enough. Waiting closes
 * nothing and needs none, unless it rests on a rating overridden by two steps.
 */
export function secondLookNeeded(task: ReviewTask, answer: Answer): SecondLook | null {
  const why = reasonFor(task, answer);
  return why === null ? null : { why, blind: isBlindLook(why, answer) };
}

/**
 * `high` and sampled answers to question A get the same blind look, so that the look does not give the rating away to
 * somebody who has not answered A. An equal BSN is on their screen anyhow.
 */
function isBlindLook(why: SecondLookReason, answer: Answer): boolean {
  return why === 'sample' || (why === 'high_not_proposed' && answer.question === 'identity');
}

function reasonFor(task: ReviewTask, answer: Answer): SecondLookReason | null {
  if (answer.verdict === 'same_person' || answer.verdict === 'cannot_tell') return null;
  if (answer.verdict === 'someone_else' && task.bsnState === 'equal') return 'someone_else_equal_bsn';
  if (isOverriddenByTwo(answer)) return 'override_two_steps';
  if (answer.verdict === 'watch') return null;
  if (answer.verdict !== 'propose_investigation' && isHigh(task.rating, answer)) return 'high_not_proposed';
  return task.sampled ? 'sample' : null;
}

/** Rated high by the policy, or made so by the reviewer: an override downwards is no way around a second look. */
function isHigh(rating: RatingLevel, answer: Answer): boolean {
  return rating === 'high' || answer.overriddenRating === 'high';
}

function isOverriddenByTwo({ proposedRating, overriddenRating }: Answer): boolean {
  if (proposedRating === null || overriddenRating === null) return false;
  return Math.abs(RATING_LEVELS.indexOf(proposedRating) - RATING_LEVELS.indexOf(overriddenRating)) >= 2;
}

/** Whether two answers to one question come to the same: the verdict, and what was made of the rating. */
export function agree(first: Answer, second: Answer): boolean {
  return first.verdict === second.verdict && first.overriddenRating === second.overriddenRating;
}
