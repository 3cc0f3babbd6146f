import type { Access } from '../../src/domain/access.ts';
import type { AccountId, EpochMs, PersonnelNumber, SubjectId } from '../../src/domain/ids.ts';
import type { Disposition } from '../../src/domain/task.ts';
import type { MoveRefused, TaskLine } from './tasks.ts';

/** One task about the subject, with every answer that the account may see; retired ones too, oldest first. */
export interface TaskInHistory extends TaskLine {
  readonly dispositions: readonly Disposition[];
}

export interface SubjectHistory {
  readonly personnelNumber: PersonnelNumber;
  /** Newest first; at most 100. */
  readonly tasks: readonly TaskInHistory[];
  /** Sign-in names of the accounts that the rest names by id. */
  readonly names: Readonly<Record<AccountId, string>>;
}

export interface SubjectHistoryStore {
  /**
   * All tasks about a subject, each as far as the account may see it by itself. For a senior without a conflict, and
   * for a reviewer to whom question A of at least one of them is answered: to anybody else the subject is unknown, so
   * that asking tells nothing. Throws ROLE_FORBIDS for a part of the system, and ACCOUNT_UNKNOWN.
   */
  viewSubjectHistory(access: Access, subjectId: SubjectId, at: EpochMs): Promise<SubjectHistory | MoveRefused>;
}
