import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Band } from '../../../src/domain/hit.ts';
import {
  asId,
  type CaseId,
  type EpochMs,
  type MessageId,
  type SubjectId,
  type TaskId,
} from '../../../src/domain/ids.ts';
import type { TaskState } from '../../../src/domain/task.ts';
import { dueAt } from '../../../src/review/due-dates.ts';
import type { TaskWrite } from '../../contract/chunks.ts';
import { hits } from '../../schema/cases.ts';
import { dispositions, tasks } from '../../schema/tasks.ts';
import { ratingColumns } from '../cases/content.ts';
import type { Engine, Queries } from '../engine.ts';
import { ratedOn } from '../ratings/rated-on.ts';

type Create = Extract<TaskWrite, { kind: 'create' }>;
type Update = Extract<TaskWrite, { kind: 'update' }>;
type TaskRow = typeof tasks.$inferSelect;

/** The case a task is written for, and the message and moment that did it. */
export interface WritingFor {
  readonly caseId: CaseId;
  readonly messageId: MessageId;
  readonly at: EpochMs;
}

const UNCLAIMED = {
  ...{ claimedBy: null, claimedAt: null, waitingUntil: null },
  ...{ secondLook: null, secondLookBlind: false, withdrawnReason: null },
} as const;

/** States that rest on an answer to question A, or on one that could not be given. */
const AFTER_IDENTITY: readonly TaskState[] = [
  'identity_decided',
  'relevance_decided',
  'waiting',
  'second_look',
  'closed',
];

function hitOf(
  queries: Queries,
  caseId: CaseId,
  subjectId: SubjectId,
): { band: Band; probability: number } | undefined {
  return queries
    .select({ band: hits.band, probability: hits.probability })
    .from(hits)
    .where(and(eq(hits.caseId, caseId), eq(hits.subjectId, subjectId)))
    .get();
}

export function createTask(engine: Engine, { caseId, messageId, at }: WritingFor, write: Create): void {
  const { subjectId, rating, evidenceHash } = write;
  const hit = hitOf(engine.queries, caseId, subjectId);
  if (hit === undefined) throw new Error('a task was asked for without the hit that it is about');
  const taskId = asId<TaskId>(randomUUID());
  engine.queries
    .insert(tasks)
    .values({
      ...{ taskId, caseId, subjectId, state: 'open', version: 1, messageId, evidenceHash, createdAt: at },
      ...hit,
      ...ratingColumns(engine.keyring, taskId, rating),
      ratedOn: ratedOn(engine.queries, subjectId, rating.policyVersion),
      ...UNCLAIMED,
      dueAt: dueAt(rating.level, at),
    })
    .run();
}

/** Where a task stands after an update; a claim outlives a new question A, because the claimant is at it anyway. */
function stateAfter(before: TaskRow, write: Update): TaskState {
  if (write.reopen) return 'open';
  if (!write.askIdentityAgain || !AFTER_IDENTITY.includes(before.state)) return before.state;
  return before.claimedBy === null ? 'open' : 'claimed';
}

function retire(queries: Queries, taskId: TaskId, questions: readonly ('identity' | 'relevance')[], at: EpochMs): void {
  if (questions.length === 0) return;
  queries
    .update(dispositions)
    .set({ retiredAt: at })
    .where(
      and(
        eq(dispositions.taskId, taskId),
        inArray(dispositions.question, [...questions]),
        isNull(dispositions.retiredAt),
      ),
    )
    .run();
}

export function updateTask(engine: Engine, { caseId, messageId, at }: WritingFor, write: Update): void {
  const { queries } = engine;
  const { taskId, rating, evidenceHash } = write;
  const before = queries.select().from(tasks).where(eq(tasks.taskId, taskId)).get();
  if (before?.caseId !== caseId) throw new Error('a task was updated under a case that is not its own');
  const state = stateAfter(before, write);
  const moved = state !== before.state;
  const newTerm = state === 'open' && (moved || rating.level !== before.ratingLevel);
  queries
    .update(tasks)
    .set({
      ...{ state, version: before.version + 1, messageId, evidenceHash },
      ...hitOf(queries, caseId, before.subjectId),
      ...ratingColumns(engine.keyring, taskId, rating),
      ratedOn: ratedOn(queries, before.subjectId, rating.policyVersion),
      ...(state === 'open' && moved && UNCLAIMED),
      ...(newTerm && { dueAt: dueAt(rating.level, at) }),
    })
    .where(eq(tasks.taskId, taskId))
    .run();
  // A task that goes back is decided anew: the answer about relevance was given on another rating.
  const questions = [
    ...(write.askIdentityAgain ? ['identity' as const] : []),
    ...(moved ? ['relevance' as const] : []),
  ];
  retire(queries, taskId, questions, at);
}
