import type { Access } from '../../src/domain/access.ts';
import type { AccountId, EpochMs } from '../../src/domain/ids.ts';
import type { Disposition } from '../../src/domain/task.ts';
import type { TaskLine } from './tasks.ts';

export interface DecisionFilter {
  readonly limit: number;
  /** From the page before; absent for the first. */
  readonly cursor?: string;
}

/** A task that was closed, with the verdicts that stand. */
export interface DecidedTask extends TaskLine {
  readonly closedAt: EpochMs;
  readonly dispositions: readonly Disposition[];
}

export interface DecisionPage {
  /** May be fewer than asked for, also where more follow: what the account may not see is left out. */
  readonly tasks: readonly DecidedTask[];
  /** To ask with for what follows, now or later; null while nothing was ever closed. */
  readonly next: string | null;
  /** Sign-in names of the accounts that decided. */
  readonly names: Readonly<Record<AccountId, string>>;
}

/** For those who take decisions out, to where they are carried out. */
export interface DecisionStore {
  /**
   * Closed tasks, first closed first; one that was reopened comes again when it is closed again. Throws `ScreeningError`
   * ROLE_FORBIDS for everybody but seniors, who alone may see every verdict, and ACCOUNT_UNKNOWN.
   */
  listDecisions(access: Access, filter: DecisionFilter, at: EpochMs): Promise<DecisionPage>;
}
