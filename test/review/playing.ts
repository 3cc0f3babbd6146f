import type { Account } from '../../src/domain/account.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { RatingLevel } from '../../src/domain/rating.ts';
import type { IdentityVerdict, MoveRefusal, RelevanceVerdict } from '../../src/domain/task.ts';
import { claim, release } from '../../src/review/claims.ts';
import { decideIdentity, decideRelevance } from '../../src/review/decisions.ts';
import { afterEntry, lapse, withdraw } from '../../src/review/life.ts';
import type { ReviewTask } from '../../src/review/review-task.ts';
import type { Moved } from '../../src/review/task-change.ts';
import { applied } from './tasks.ts';

/** A move as the tables of moves write it. */
export type Move =
  | { readonly kind: 'claim' | 'release' }
  | { readonly kind: 'identity'; readonly verdict: IdentityVerdict; readonly until?: string; readonly reason?: string }
  | {
      readonly kind: 'relevance';
      readonly verdict: RelevanceVerdict;
      readonly until?: string;
      readonly reason?: string;
      readonly override?: RatingLevel;
    }
  | { readonly kind: 'withdraw' | 'lapse' }
  | { readonly kind: 'entry'; readonly reopen?: boolean; readonly newEvidence?: string; readonly rating?: RatingLevel };

export interface Played {
  readonly task: ReviewTask;
  readonly refusal: MoveRefusal | null;
}

function attempt(task: ReviewTask, move: Move, account: Account, at: EpochMs, version: number): Moved | null {
  const by = { account, version, at };
  switch (move.kind) {
    case 'claim':
      return claim(task, account, at);
    case 'release':
      return release(task, account, at);
    case 'identity':
      return decideIdentity(task, by, { ...move, reason: move.reason ?? '', waitUntil: move.until ?? null });
    case 'relevance':
      return decideRelevance(task, by, {
        verdict: move.verdict,
        reason: move.reason ?? '',
        waitUntil: move.until ?? null,
        overriddenRating: move.override ?? null,
      });
    case 'withdraw':
      return { kind: 'moved', change: withdraw() };
    case 'lapse': {
      const change = lapse(task, at);
      return change === null ? null : { kind: 'moved', change };
    }
    case 'entry': {
      const effect = { reopen: move.reopen ?? false, askIdentityAgain: move.newEvidence !== undefined };
      return { kind: 'moved', change: afterEntry(task, effect) };
    }
  }
}

/**
 * Makes a move as a Store would: time first, then the move; a refusal leaves the task as it is.
 *
 * @param seen the version on the screen of the account; that of the task when left out
 */
export function play(task: ReviewTask, move: Move, account: Account, at: EpochMs, seen?: number): Played {
  const lapsed = lapse(task, at);
  const now = lapsed === null ? task : applied(task, lapsed, at);
  const result = attempt(now, move, account, at, seen ?? now.version);
  if (result === null) return { task: now, refusal: null };
  if (result.kind === 'refused') return { task: now, refusal: result.refusal };
  const after = applied(now, result.change, at);
  if (move.kind !== 'entry') return { task: after, refusal: null };
  const evidenceHash = move.newEvidence ?? after.evidenceHash;
  return { task: { ...after, evidenceHash, rating: move.rating ?? after.rating }, refusal: null };
}
