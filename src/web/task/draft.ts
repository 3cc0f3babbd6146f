import { RATING_LEVELS, type RatingLevel } from '../../domain/rating.ts';
import type { Disposition, IdentityVerdict, MoveRefusal, RelevanceVerdict } from '../../domain/task.ts';
import type { Visit } from '../visit.ts';

/** The answers to each question, in the order in which they are offered. */
export const IDENTITY_VERDICTS = ['same_person', 'someone_else', 'cannot_tell'] as const satisfies IdentityVerdict[];
export const RELEVANCE_VERDICTS = [
  'not_relevant',
  'watch',
  'propose_investigation',
] as const satisfies RelevanceVerdict[];

/** More is no motivation but a file; the form lets nobody type more. */
export const MOST_REASON_CHARACTERS = 4_000;

/** An answer as it was typed. What was typed is never lost: it comes back on the page that says why it was refused. */
export interface Draft {
  readonly verdict: string;
  readonly reason: string;
  readonly waitUntil: string;
  readonly overriddenRating: string;
}

export const NO_DRAFT: Draft = { verdict: '', reason: '', waitUntil: '', overriddenRating: '' };
export const DRAFT_FIELDS = ['verdict', 'reason', 'waitUntil', 'overriddenRating'] as const satisfies (keyof Draft)[];

/** Why an answer was not taken: by the rules, or because the form was not filled in. */
export type AnswerProblem = MoveRefusal | 'no_verdict' | 'too_long';

/** What came with a form. Line ends are those of the browser's form encoding, which are not what was typed. */
export function draftOf({ field }: Visit): Draft {
  const reason = field('reason').replaceAll('\r\n', '\n');
  return {
    verdict: field('verdict'),
    reason,
    waitUntil: field('waitUntil'),
    overriddenRating: field('overriddenRating'),
  };
}

export function hasText(draft: Draft): boolean {
  return DRAFT_FIELDS.some((name) => draft[name].trim() !== '');
}

/** A rating that was chosen; null for none, which keeps the proposed one. */
export function ratingIn({ overriddenRating }: Draft): RatingLevel | null {
  return RATING_LEVELS.find((level) => level === overriddenRating) ?? null;
}

/** Whether what was sent is what already stands: the same form sent twice, or the button pressed after "back". */
export function isRepeatOf(draft: Draft, standing: readonly Disposition[], proposed: RatingLevel | null): boolean {
  const rating = ratingIn(draft);
  return standing.some(
    ({ retiredAt, verdict, reason, overriddenRating, proposedRating }) =>
      retiredAt === null &&
      verdict === draft.verdict &&
      reason === draft.reason.trim() &&
      overriddenRating === (rating === (proposedRating ?? proposed) ? null : rating),
  );
}
