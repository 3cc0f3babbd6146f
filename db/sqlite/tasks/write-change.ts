import { eq, sql } from 'drizzle-orm';
import type { EpochMs } from '../../../src/domain/ids.ts';
import type { IdentityVerdict, TaskState } from '../../../src/domain/task.ts';
import { dueAt } from '../../../src/review/due-dates.ts';
import type { NewDisposition, TaskChange } from '../../../src/review/task-change.ts';
import type { MoveResult } from '../../contract/tasks.ts';
import { cases } from '../../schema/cases.ts';
import { subjects } from '../../schema/subjects.ts';
import { tasks } from '../../schema/tasks.ts';
import { openContent } from '../cases/content.ts';
import type { Engine } from '../engine.ts';
import { addDisposition, retireDispositions } from './dispositions.ts';
import { rememberPair } from './known-pairs.ts';
import type { TaskRow } from './read-tasks.ts';

/** Whether a task in this state is one that somebody has still to take up or finish. */
export function isQueued(state: TaskState): boolean {
  return state === 'open' || state === 'identity_decided';
}

/** Remembers a verdict on identity for later cases of the same person. */
function remember(engine: Engine, { caseId, subjectId }: TaskRow, answer: NewDisposition): void {
  const { queries, keyring } = engine;
  const content = queries.select({ sealed: cases.content }).from(cases).where(eq(cases.caseId, caseId)).get()?.sealed;
  if (content === undefined || content === null) throw new Error('a verdict was given on an erased case');
  const { evidenceHash, decidedAt } = answer;
  // The rows of a question hold the verdicts of that question.
  const last = { verdict: answer.verdict as IdentityVerdict, evidenceHash, decidedAt };
  rememberPair(engine, openContent(keyring, caseId, content).person, subjectId, last);
}

function writeVerdicts(engine: Engine, row: TaskRow, change: TaskChange, at: EpochMs): void {
  const { queries } = engine;
  const { added, retired } = change;
  retireDispositions(queries, retired, at);
  if (added === null && retired.length === 0) return;
  queries
    .update(subjects)
    .set({ dispositionVersion: sql`${subjects.dispositionVersion} + 1` })
    .where(eq(subjects.subjectId, row.subjectId))
    .run();
  if (added === null) return;
  addDisposition(engine, row, added);
  // A verdict that waits for a second pair of eyes counts for nothing yet.
  if (added.question === 'identity' && change.state !== 'second_look') remember(engine, row, added);
}

/** Where a task stands after a change. */
export function columnsOf({ state, claim, waitUntil, secondLook }: TaskChange) {
  return {
    ...{ state, waitingUntil: waitUntil, claimedBy: claim?.by ?? null, claimedAt: claim?.at ?? null },
    ...{ secondLook: secondLook?.why ?? null, secondLookBlind: secondLook?.blind ?? false },
  };
}

/** Writes what the review rules made of a task, as its next version. */
export function writeChange(engine: Engine, row: TaskRow, change: TaskChange, at: EpochMs): MoveResult {
  const { state } = change;
  const version = row.version + 1;
  const backFromWaiting = row.state === 'waiting' && isQueued(state);
  engine.queries
    .update(tasks)
    .set({
      ...columnsOf(change),
      version,
      ...(state === 'closed' && { closedAt: at }),
      ...(backFromWaiting && { dueAt: dueAt(row.ratingLevel, at) }),
    })
    .where(eq(tasks.taskId, row.taskId))
    .run();
  writeVerdicts(engine, row, change, at);
  return { kind: 'done', taskId: row.taskId, version, state };
}
