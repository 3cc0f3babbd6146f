import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Account } from '../../../src/domain/account.ts';
import type { CaseId, SubjectId } from '../../../src/domain/ids.ts';
import { isSamePerson } from '../../../src/review/review-task.ts';
import { visibleDispositions } from '../../../src/review/visibility.ts';
import type { ReceivedMessage, ReportedCase, ReportedTask } from '../../contract/subject-report.ts';
import { cases, hits } from '../../schema/cases.ts';
import { deliveries, lines } from '../../schema/deliveries.ts';
import { tasks } from '../../schema/tasks.ts';
import { accountById } from '../administration/account-rows.ts';
import { openCaseNumber, openContent, openHit, openRating } from '../cases/content.ts';
import type { Engine, Queries } from '../engine.ts';
import { type StoredTask, type TaskReader, taskReader } from '../tasks/read-tasks.ts';

function received(queries: Queries, caseHash: string): readonly ReceivedMessage[] {
  const { sender, deliveryId, receivedAt } = deliveries;
  const { line, messageId, occurredAt, outcome, reason, decidedAt } = lines;
  return queries
    .select({ sender, deliveryId, line, messageId, occurredAt, receivedAt, outcome, reason, decidedAt })
    .from(lines)
    .innerJoin(deliveries, eq(deliveries.deliveryKey, lines.deliveryKey))
    .where(eq(lines.caseHash, caseHash))
    .orderBy(asc(receivedAt), asc(line))
    .all();
}

/** Whether it stands that this person is meant: said by a reviewer, and not in dispute or waiting for a second look. */
function isConfirmed({ review }: StoredTask): boolean {
  return isSamePerson(review) && review.state !== 'second_look';
}

function reportedTask(engine: Engine, task: StoredTask, account: Account, confirmed: boolean): ReportedTask {
  const { taskId, state, createdAt, withdrawnReason, rating } = task.row;
  const nameOf = (accountId: Parameters<typeof accountById>[1]) => accountById(engine, accountId)?.name ?? accountId;
  return {
    ...{ taskId, state, createdAt, withdrawnReason },
    rating: confirmed && rating !== null ? openRating(engine.keyring, taskId, rating) : null,
    // Who may have to look blindly is not told here what the first one found.
    dispositions: visibleDispositions(task.review, account).map((given) => {
      const { question, verdict, decidedAt, secondLook, retiredAt, reason, accountId } = given;
      const by = nameOf(accountId);
      return { question, verdict, decidedAt, secondLook, retiredAt, by, reason: confirmed ? reason : '' };
    }),
  };
}

interface Asking {
  readonly engine: Engine;
  readonly reader: TaskReader;
  readonly account: Account;
}

function reportedCase({ engine, reader, account }: Asking, caseId: CaseId, subjectId: SubjectId): ReportedCase {
  const { queries, keyring } = engine;
  const row = queries.select().from(cases).where(eq(cases.caseId, caseId)).get();
  if (row === undefined) throw new Error('a hit or a task has no case');
  const own = <T extends typeof tasks | typeof hits>(table: T) =>
    and(eq(table.caseId, caseId), eq(table.subjectId, subjectId));
  const hit = queries.select({ evidence: hits.evidence }).from(hits).where(own(hits)).get();
  const found = queries.select().from(tasks).where(own(tasks)).get();
  const task = found === undefined ? null : reader.open(found);
  const confirmed = task !== null && isConfirmed(task);
  return {
    confirmed,
    caseNumber: confirmed ? openCaseNumber(keyring, caseId, row.caseNumber) : null,
    facts: confirmed && row.content !== null ? openContent(keyring, caseId, row.content).case.facts : null,
    received: received(queries, row.caseHash),
    hit: hit === undefined ? null : openHit(keyring, caseId, subjectId, hit.evidence),
    task: task === null ? null : reportedTask(engine, task, account, confirmed),
  };
}

/** Every case in which this person was hit or has, or had, a task; the one that came first first. */
export function reportedCases(engine: Engine, account: Account, subjectId: SubjectId): readonly ReportedCase[] {
  const { queries } = engine;
  const asking = { engine, reader: taskReader(engine), account };
  const withTask = queries.select({ caseId: tasks.caseId }).from(tasks).where(eq(tasks.subjectId, subjectId));
  const withHit = queries.select({ caseId: hits.caseId }).from(hits).where(eq(hits.subjectId, subjectId));
  const found = queries
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(or(inArray(cases.caseId, withTask), inArray(cases.caseId, withHit)))
    .all();
  return found
    .map(({ caseId }) => reportedCase(asking, caseId, subjectId))
    .toSorted((a, b) => (a.received[0]?.receivedAt ?? 0) - (b.received[0]?.receivedAt ?? 0));
}
