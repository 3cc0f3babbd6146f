import { eq, sql } from 'drizzle-orm';
import type { CaseNumber, EpochMs } from '../../../src/domain/ids.ts';
import { claim, isClaimed } from '../../../src/review/claims.ts';
import { seesRatingInList } from '../../../src/review/visibility.ts';
import type { TaskLine } from '../../contract/tasks.ts';
import { cases } from '../../schema/cases.ts';
import { openCaseNumber, openRating } from '../cases/content.ts';
import type { Engine } from '../engine.ts';
import type { Onlooker } from './onlooker.ts';
import type { PersonHit, StoredTask, TaskRow } from './read-tasks.ts';

/** A task whose subject is known, because its case was not erased. */
export type ShownTask = StoredTask & { readonly subject: PersonHit };

/** Makes lines of the queue for one account; what it may not see yet is not in them. */
export function lineWriter(engine: Engine) {
  const numberOf = engine.queries
    .select({ sealed: cases.caseNumber })
    .from(cases)
    .where(eq(cases.caseId, sql.placeholder('caseId')))
    .prepare();

  const caseNumberOf = ({ caseId }: TaskRow): CaseNumber => {
    const found = numberOf.get({ caseId });
    if (found === undefined) throw new Error('a task has no case');
    return openCaseNumber(engine.keyring, caseId, found.sealed);
  };

  /** What everybody who may see the task may see of it. */
  const open = ({ row, review, subject }: ShownTask, at: EpochMs): Omit<TaskLine, 'revealed' | 'mayTake'> => {
    const { taskId, version, messageId, subjectId, band, probability, state, createdAt } = row;
    return {
      ...{ taskId, version, messageId, subjectId, band, probability, state, createdAt },
      caseNumber: caseNumberOf(row),
      personnelNumber: subject.newest.personnelNumber,
      claimedBy: isClaimed(review, at) ? row.claimedBy : null,
    };
  };

  return {
    open,
    line: (task: ShownTask, { account }: Onlooker, at: EpochMs): TaskLine => {
      const { taskId, rating, ratingLevel, dueAt } = task.row;
      const revealed =
        seesRatingInList(task.review, account) && dueAt !== null
          ? { rating: ratingLevel, ruleId: openRating(engine.keyring, taskId, rating).ruleId, dueAt }
          : null;
      return { ...open(task, at), mayTake: claim(task.review, account, at).kind === 'moved', revealed };
    },
  };
}

export type LineWriter = ReturnType<typeof lineWriter>;

export function isShown(task: StoredTask): task is ShownTask {
  return task.subject !== null;
}
