import { randomUUID } from 'node:crypto';
import { and, eq, lt, ne, or } from 'drizzle-orm';
import type { MessageOrder } from '../../../src/domain/entry.ts';
import type { Hit } from '../../../src/domain/hit.ts';
import { asId, type CaseId, type EpochMs, type HitId, type SubjectId } from '../../../src/domain/ids.ts';
import type { CaseWrite } from '../../contract/chunks.ts';
import { cases, hits } from '../../schema/cases.ts';
import { lines } from '../../schema/deliveries.ts';
import { tasks } from '../../schema/tasks.ts';
import { sealCaseNumber, sealContent, sealHit } from '../cases/content.ts';
import { eraseCase, isNeeded, raiseCaseVersion, removeHits, subjectsHit } from '../cases/erase.ts';
import { withdrawTask } from '../cases/withdraw.ts';
import type { Engine, Queries } from '../engine.ts';
import { caseHash } from '../hashes.ts';
import { createTask, updateTask } from './write-tasks.ts';

type Content = NonNullable<CaseWrite['content']>;

function withdrawLines(queries: Queries, hash: string, upTo: MessageOrder, at: EpochMs): void {
  const { occurredAt, messageId } = upTo;
  const older = or(
    lt(lines.occurredAt, occurredAt),
    and(eq(lines.occurredAt, occurredAt), lt(lines.messageId, messageId)),
  );
  queries
    .update(lines)
    .set({ outcome: 'withdrawn', reason: 'retraction', decidedAt: at })
    .where(and(eq(lines.caseHash, hash), eq(lines.outcome, 'tasked'), older))
    .run();
}

function findCase(queries: Queries, hash: string): CaseId | undefined {
  return queries.select({ caseId: cases.caseId }).from(cases).where(eq(cases.caseHash, hash)).get()?.caseId;
}

function addCase({ queries, keyring }: Engine, hash: string, write: CaseWrite): CaseId {
  const caseId = asId<CaseId>(randomUUID());
  const caseNumber = sealCaseNumber(keyring, caseId, write.caseNumber);
  queries.insert(cases).values({ caseId, caseHash: hash, caseNumber, version: 0 }).run();
  return caseId;
}

function writeContent({ queries, keyring }: Engine, caseId: CaseId, { order, person, case: content }: Content): void {
  queries
    .update(cases)
    .set({ content: sealContent(keyring, caseId, { person, case: content }), ...order, erasedAt: null })
    .where(eq(cases.caseId, caseId))
    .run();
}

/** The subjects whose task goes on standing in the case after this write. */
function subjectsWithTask(queries: Queries, caseId: CaseId, write: CaseWrite): Set<SubjectId> {
  const withdrawn = new Set(write.tasks.flatMap((task) => (task.kind === 'withdraw' ? [task.taskId] : [])));
  const standing = queries
    .select({ taskId: tasks.taskId, subjectId: tasks.subjectId })
    .from(tasks)
    .where(and(eq(tasks.caseId, caseId), ne(tasks.state, 'withdrawn')))
    .all();
  return new Set(standing.flatMap(({ taskId, subjectId }) => (withdrawn.has(taskId) ? [] : [subjectId])));
}

export function addHit({ queries, keyring }: Engine, caseId: CaseId, hit: Hit): void {
  const { subjectId, subjectVersion, band, probability } = hit;
  const hitId = asId<HitId>(randomUUID());
  const row = { caseId, subjectId, hitId, subjectVersion, comparedVersion: subjectVersion, band, probability };
  queries
    .insert(hits)
    .values({ ...row, evidence: sealHit(keyring, caseId, hit) })
    .run();
}

/** Replaces the hits of a case; a task for which there is no new hit keeps the one it was made on. */
function writeHits(engine: Engine, caseId: CaseId, write: CaseWrite, newHits: readonly Hit[]): void {
  const { queries } = engine;
  const kept = subjectsWithTask(queries, caseId, write);
  for (const { subjectId } of newHits) kept.delete(subjectId);
  const replaced = subjectsHit(queries, caseId).filter((subjectId) => !kept.has(subjectId));
  removeHits(queries, caseId, replaced);
  for (const hit of newHits) addHit(engine, caseId, hit);
}

function writeTasks(engine: Engine, caseId: CaseId, write: CaseWrite, at: EpochMs): void {
  const messageId = write.content?.order.messageId ?? write.retractedUpTo?.messageId ?? null;
  for (const task of write.tasks) {
    if (task.kind === 'withdraw') withdrawTask(engine.queries, task.taskId, task.reason, messageId);
    else if (write.content === null) throw new Error('a task was asked to stand on a case without content');
    else if (task.kind === 'create') createTask(engine, { caseId, messageId: write.content.order.messageId, at }, task);
    else updateTask(engine, { caseId, messageId: write.content.order.messageId, at }, task);
  }
}

/** Makes what screening found the truth of a case. Erases the case when, after this, no task needs it. */
export function writeCase(engine: Engine, write: CaseWrite, at: EpochMs): void {
  const { queries } = engine;
  const hash = caseHash(engine.keyring, write.caseNumber);
  if (write.retractedUpTo !== null) withdrawLines(queries, hash, write.retractedUpTo, at);
  const known = findCase(queries, hash);
  if (known === undefined && write.content === null) return;
  const caseId = known ?? addCase(engine, hash, write);
  if (write.content !== null) {
    writeContent(engine, caseId, write.content);
    if (write.hits !== null) writeHits(engine, caseId, write, write.hits);
  }
  writeTasks(engine, caseId, write, at);
  if (!isNeeded(queries, caseId)) eraseCase(engine, caseId, at);
  else if (write.content === null) throw new Error('a case was erased while a task still needs it');
  raiseCaseVersion(queries, caseId);
}
