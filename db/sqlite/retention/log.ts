import { and, asc, count, eq, gt, isNotNull, isNull, lt, lte, max, min, ne, notExists, sql } from 'drizzle-orm';
import type { EpochMs, SubjectId } from '../../../src/domain/ids.ts';
import { accounts } from '../../schema/accounts.ts';
import { audit } from '../../schema/audit.ts';
import { cases } from '../../schema/cases.ts';
import { inquiries } from '../../schema/inquiries.ts';
import { auditCut, holds } from '../../schema/retention.ts';
import { subjects, subjectVersions } from '../../schema/subjects.ts';
import { dispositions, knownPairs, tasks } from '../../schema/tasks.ts';
import { forgetAccount } from '../administration/account-rows.ts';
import type { Engine, Queries } from '../engine.ts';
import { type Finder, type Found, startedBefore } from './found.ts';
import { deleteLinesOf } from './lines.ts';
import { isTaskHeld } from './tasks.ts';

type Shell = Pick<typeof tasks.$inferSelect, 'taskId' | 'caseId'>;

/** The audit log names a task by its id; without this row nobody can tell any more whom it was about. */
function forgetShell(queries: Queries, { taskId, caseId }: Shell): void {
  queries.delete(holds).where(eq(holds.taskId, taskId)).run();
  queries.delete(dispositions).where(eq(dispositions.taskId, taskId)).run();
  queries.delete(tasks).where(eq(tasks.taskId, taskId)).run();
  const others = queries.select({ tasks: count() }).from(tasks).where(eq(tasks.caseId, caseId)).get();
  if (others?.tasks !== 0) return;
  const row = queries.select({ caseHash: cases.caseHash }).from(cases).where(eq(cases.caseId, caseId)).get();
  if (row !== undefined) deleteLinesOf(queries, row.caseHash);
  queries.delete(cases).where(eq(cases.caseId, caseId)).run();
}

function* shells({ queries }: Engine, at: EpochMs): Generator<Found> {
  const rows = queries
    .select({ taskId: tasks.taskId, caseId: tasks.caseId, createdAt: tasks.createdAt })
    .from(tasks)
    .where(
      and(eq(tasks.state, 'withdrawn'), isNull(tasks.rating), lte(tasks.createdAt, startedBefore('audit_mapping', at))),
    )
    .orderBy(asc(tasks.createdAt))
    .all();
  for (const { createdAt, ...shell } of rows) {
    const held = isTaskHeld(queries, shell.taskId);
    yield { startedAt: createdAt, firstStoredAt: createdAt, held, erase: () => forgetShell(queries, shell) };
  }
}

/** Somebody who left and of whom nothing else is kept: the keyed hash of the personnel number, which names the id. */
function* subjectIds({ queries }: Engine, at: EpochMs): Generator<Found> {
  const of = { one: sql`1` };
  const { subjectId } = subjects;
  const rows: readonly { readonly subjectId: SubjectId; readonly leftAt: EpochMs | null }[] = queries
    .select({ subjectId, leftAt: subjects.leftAt })
    .from(subjects)
    .where(
      and(
        eq(subjects.present, false),
        isNotNull(subjects.leftAt),
        lte(subjects.leftAt, startedBefore('audit_mapping', at)),
        notExists(queries.select(of).from(tasks).where(eq(tasks.subjectId, subjectId))),
        notExists(queries.select(of).from(subjectVersions).where(eq(subjectVersions.subjectId, subjectId))),
        notExists(queries.select(of).from(knownPairs).where(eq(knownPairs.subjectId, subjectId))),
        notExists(queries.select(of).from(inquiries).where(eq(inquiries.principalId, subjectId))),
      ),
    )
    .orderBy(asc(subjects.leftAt))
    .all();
  for (const row of rows) {
    const startedAt = row.leftAt ?? at;
    const erase = () => queries.delete(subjects).where(eq(subjectId, row.subjectId)).run();
    yield { startedAt, firstStoredAt: startedAt, held: false, erase };
  }
}

/** The record of an inquiry names its subject; it is over after five years, because it ends long before. */
function* oldInquiries({ queries }: Engine, at: EpochMs): Generator<Found> {
  const rows = queries
    .select({ inquiryId: inquiries.inquiryId, openedAt: inquiries.openedAt })
    .from(inquiries)
    .where(lte(inquiries.openedAt, startedBefore('audit_mapping', at)))
    .orderBy(asc(inquiries.openedAt))
    .all();
  for (const { inquiryId, openedAt } of rows) {
    const erase = () => queries.delete(inquiries).where(eq(inquiries.inquiryId, inquiryId)).run();
    yield { startedAt: openedAt, firstStoredAt: openedAt, held: false, erase };
  }
}

/**
 * An account under which nobody has done anything for so long: the name behind its id. Whoever still works here keeps
 * theirs, for the cap of 48z lid 3 is about those who were screened; the log itself loses its rows after ten years.
 */
function* quietAccounts(engine: Engine, at: EpochMs): Generator<Found> {
  const { queries } = engine;
  const last = max(audit.at);
  const rows = queries
    .select({ accountId: accounts.accountId, lastAt: last })
    .from(accounts)
    .innerJoin(audit, eq(audit.actor, sql`'account:' || ${accounts.accountId}`))
    .where(ne(accounts.nameHash, accounts.accountId))
    .groupBy(accounts.accountId)
    .having(lte(last, startedBefore('audit_mapping', at)))
    .all();
  const held = anyHold(queries);
  for (const { accountId, lastAt } of rows) {
    const startedAt = lastAt ?? at;
    yield { startedAt, firstStoredAt: startedAt, held, erase: () => forgetAccount(engine, accountId) };
  }
}

/** What tells whom the ids of the audit log stand for. */
export const auditMapping: Finder = function* find(engine, at) {
  yield* shells(engine, at);
  yield* quietAccounts(engine, at);
  yield* oldInquiries(engine, at);
  yield* subjectIds(engine, at);
};

function anyHold(queries: Queries): boolean {
  return (
    queries.select({ holdId: holds.holdId }).from(holds).where(isNull(holds.releasedAt)).limit(1).get() !== undefined
  );
}

/** Cuts the oldest row off. The trigger lets it go only behind the cut, from whose hash the chain goes on. */
function cutOff(queries: Queries, { sequence, hash }: { readonly sequence: number; readonly hash: string }): void {
  queries
    .insert(auditCut)
    .values({ id: 1, sequence, hash })
    .onConflictDoUpdate({ target: auditCut.id, set: { sequence, hash } })
    .run();
  queries.delete(audit).where(eq(audit.sequence, sequence)).run();
}

/** From the beginning of the log to the first row that is too young, so that the rest is one chain; never the last row. */
export const auditRows: Finder = function* find({ queries }, at) {
  const young = queries
    .select({ first: min(audit.sequence) })
    .from(audit)
    .where(gt(audit.at, startedBefore('audit_row', at)))
    .get();
  const last = queries
    .select({ sequence: max(audit.sequence) })
    .from(audit)
    .get();
  const rows = queries
    .select({ sequence: audit.sequence, hash: audit.hash, at: audit.at })
    .from(audit)
    .where(lt(audit.sequence, young?.first ?? last?.sequence ?? 0))
    .orderBy(asc(audit.sequence))
    .all();
  const held = anyHold(queries);
  for (const row of rows) {
    yield { startedAt: row.at, firstStoredAt: row.at, held, erase: () => cutOff(queries, row) };
  }
};
