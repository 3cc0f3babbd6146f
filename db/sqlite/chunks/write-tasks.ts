import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Band } from '../../../src/domain/hit.ts';
import {
  asId,
  type CaseId,
  type EpochMs,
  type MessageId,
  type SubjectId,
  type TaskId,
} from '../../../src/domain/ids.ts';
import { dueAt } from '../../../src/review/due-dates.ts';
import { afterEntry } from '../../../src/review/life.ts';
import type { TaskWrite } from '../../contract/chunks.ts';
import { hits } from '../../schema/cases.ts';
import { tasks } from '../../schema/tasks.ts';
import { ratingColumns } from '../cases/content.ts';
import type { Engine, Queries } from '../engine.ts';
import { ratedOn } from '../ratings/rated-on.ts';
import { dispositionReader } from '../tasks/dispositions.ts';
import { lifeOf } from '../tasks/read-tasks.ts';
import { isQueued, writeChange } from '../tasks/write-change.ts';

type Create = Extract<TaskWrite, { kind: 'create' }>;
type Update = Extract<TaskWrite, { kind: 'update' }>;

/** The case a task is written for, and the message and moment that did it. */
export interface WritingFor {
  readonly caseId: CaseId;
  readonly messageId: MessageId;
  readonly at: EpochMs;
}

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
      secondLookBlind: false,
      dueAt: dueAt(rating.level, at),
    })
    .run();
}

/** Gives a task what the entry says of it, and lets the review rules say where it stands then. */
export function updateTask(engine: Engine, { caseId, messageId, at }: WritingFor, write: Update): void {
  const { queries } = engine;
  const { taskId, rating, evidenceHash } = write;
  const stored = queries.select().from(tasks).where(eq(tasks.taskId, taskId)).get();
  if (stored?.caseId !== caseId) throw new Error('a task was updated under a case that is not its own');
  const before = { ...stored, evidenceHash };
  const change = afterEntry(lifeOf(before, dispositionReader(engine)(taskId)), write);
  writeChange(engine, before, change, at);
  const moved = change.state !== before.state;
  const newTerm = isQueued(change.state) && (moved || (change.state === 'open' && rating.level !== before.ratingLevel));
  queries
    .update(tasks)
    .set({
      ...{ messageId, evidenceHash, withdrawnReason: null },
      ...hitOf(queries, caseId, before.subjectId),
      ...ratingColumns(engine.keyring, taskId, rating),
      ratedOn: ratedOn(queries, before.subjectId, rating.policyVersion),
      ...(newTerm && { dueAt: dueAt(rating.level, at) }),
    })
    .where(eq(tasks.taskId, taskId))
    .run();
}
