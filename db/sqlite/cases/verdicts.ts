import { and, asc, eq, isNull } from 'drizzle-orm';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { RatingLevel } from '../../../src/domain/rating.ts';
import type { IdentityVerdict, RelevanceVerdict } from '../../../src/domain/task.ts';
import { dispositions } from '../../schema/tasks.ts';
import type { Queries } from '../engine.ts';

/** The answers that stand; null while not given. */
export interface CurrentVerdicts {
  readonly identity: IdentityVerdict | null;
  readonly relevance: RelevanceVerdict | null;
  /** The rating that was proposed when question B was answered. */
  readonly answeredRating: RatingLevel | null;
}

/** The newest answer to each question of a task that no later one retired. */
export function currentVerdicts(queries: Queries, taskId: TaskId): CurrentVerdicts {
  const standing = queries
    .select({ question: dispositions.question, verdict: dispositions.verdict, rating: dispositions.proposedRating })
    .from(dispositions)
    .where(and(eq(dispositions.taskId, taskId), isNull(dispositions.retiredAt)))
    .orderBy(asc(dispositions.decidedAt))
    .all();
  const newest = (question: 'identity' | 'relevance') =>
    standing.findLast((disposition) => disposition.question === question) ?? null;
  // A row's question says which of the two kinds of verdict it holds.
  return {
    identity: (newest('identity')?.verdict ?? null) as IdentityVerdict | null,
    relevance: (newest('relevance')?.verdict ?? null) as RelevanceVerdict | null,
    answeredRating: newest('relevance')?.rating ?? null,
  };
}
