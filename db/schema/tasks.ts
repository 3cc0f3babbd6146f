import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { Band } from '../../src/domain/hit.ts';
import type { AccountId, CaseId, DispositionId, MessageId, SubjectId, TaskId } from '../../src/domain/ids.ts';
import type { RatingLevel } from '../../src/domain/rating.ts';
import type {
  IdentityVerdict,
  RelevanceVerdict,
  SecondLookReason,
  TaskState,
  WithdrawalReason,
} from '../../src/domain/task.ts';
import { accounts } from './accounts.ts';
import { cases } from './cases.ts';
import { epochMs, sealed } from './columns.ts';
import { subjects } from './subjects.ts';

/** The work items. A withdrawn task whose case was erased is an empty shell: no rating, no hit, no content. */
export const tasks = sqliteTable(
  'tasks',
  {
    taskId: text().$type<TaskId>().primaryKey(),
    caseId: text()
      .$type<CaseId>()
      .notNull()
      .references(() => cases.caseId),
    subjectId: text()
      .$type<SubjectId>()
      .notNull()
      .references(() => subjects.subjectId),
    state: text().$type<TaskState>().notNull(),
    /** Rises with every change of the task, whoever makes it. */
    version: integer().notNull(),
    band: text().$type<Band>().notNull(),
    probability: real().notNull(),
    ratingLevel: text().$type<RatingLevel>().notNull(),
    /** Place of the level in `RATING_LEVELS`; 0 is the most serious. The queue is ordered by it, then by `createdAt`. */
    ratingRank: integer().notNull(),
    /** The whole `Rating`. Null in an empty shell. */
    rating: sealed(),
    /** Its rule, in the clear like its level, so that what a rule brings about can be counted. Null in an empty shell. */
    ruleId: text(),
    /** What the rating rests on besides the facts of the case: `ratedOnNow` in `db/sqlite/ratings/rated-on.ts`. */
    ratedOn: text().notNull(),
    /** Keyed hash of the identity data of both sides on which the task stands. */
    evidenceHash: text().notNull(),
    /** The message that last changed the task. */
    messageId: text().$type<MessageId>().notNull(),
    createdAt: epochMs().notNull(),
    dueAt: epochMs(),
    /** When it was closed last; null when it never was. */
    closedAt: epochMs(),
    claimedBy: text()
      .$type<AccountId>()
      .references(() => accounts.accountId),
    /** When the claiming account last did something with it. */
    claimedAt: epochMs(),
    /** `YYYY-MM-DD`: when a waiting task comes back by itself. */
    waitingUntil: text(),
    /** Why a second reviewer must look: a code of the review rules. Null when none need. */
    secondLook: text().$type<SecondLookReason>(),
    /** The second reviewer must not see the first verdict. */
    secondLookBlind: integer({ mode: 'boolean' }).notNull(),
    withdrawnReason: text().$type<WithdrawalReason>(),
  },
  (table) => [
    unique('tasks_case_subject').on(table.caseId, table.subjectId),
    index('tasks_subject').on(table.subjectId),
    index('tasks_message').on(table.messageId),
    // The due date is there to be looked at without the row, when only what is overdue is asked for.
    index('tasks_rank').on(table.ratingRank, table.createdAt, table.taskId, table.dueAt),
    index('tasks_state_rank').on(table.state, table.ratingRank, table.createdAt, table.taskId, table.dueAt),
    index('tasks_waiting').on(table.waitingUntil).where(sql`waiting_until is not null`),
    index('tasks_claimed').on(table.claimedBy).where(sql`claimed_by is not null`),
    // Each holds all that is counted along it, so that statistics read no row of a task.
    index('tasks_created').on(table.createdAt, table.state, table.ratingRank, table.ruleId),
    index('tasks_closed').on(table.closedAt, table.createdAt, table.ratingRank).where(sql`state = 'closed'`),
    index('tasks_due').on(table.dueAt, table.ratingRank).where(sql`state not in ('closed', 'withdrawn')`),
  ],
);

/** Verdicts of reviewers; retired by later ones, never overwritten or deleted. */
export const dispositions = sqliteTable(
  'dispositions',
  {
    dispositionId: text().$type<DispositionId>().primaryKey(),
    taskId: text()
      .$type<TaskId>()
      .notNull()
      .references(() => tasks.taskId),
    question: text().$type<'identity' | 'relevance'>().notNull(),
    verdict: text().$type<IdentityVerdict | RelevanceVerdict>().notNull(),
    accountId: text()
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.accountId),
    decidedAt: epochMs().notNull(),
    /** The motivation, as text. Null when none was given or the case was erased. */
    reason: sealed(),
    evidenceHash: text().notNull(),
    proposedRating: text().$type<RatingLevel>(),
    overriddenRating: text().$type<RatingLevel>(),
    /** Of the task at the time, for the statistics. The rule is null once the case was erased. */
    band: text().$type<Band>(),
    ruleId: text(),
    secondLook: integer({ mode: 'boolean' }).notNull(),
    retiredAt: epochMs(),
  },
  (table) => [
    index('dispositions_task').on(table.taskId, table.question, table.secondLook, table.retiredAt),
    index('dispositions_decided').on(table.question, table.decidedAt),
  ],
);

/**
 * The last verdict on one source person and one subject, whatever the case, under each name that the person may come
 * by again. All that is kept of a dismissed pair.
 */
export const knownPairs = sqliteTable(
  'known_pairs',
  {
    /** Keyed hash of what names the person of an entry: `knownAs` in `db/sqlite/hashes.ts`. */
    personHash: text().notNull(),
    subjectId: text()
      .$type<SubjectId>()
      .notNull()
      .references(() => subjects.subjectId),
    verdict: text().$type<IdentityVerdict>().notNull(),
    evidenceHash: text().notNull(),
    decidedAt: epochMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personHash, table.subjectId] })],
);
