import type { Access } from '../../src/domain/access.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { AuditRow } from './administration.ts';

/** Which rows of the audit log to show; what is left out does not narrow it. */
export interface AuditFilter {
  /** As it stands in the rows: `account:<accountId>`, `system:worker`. */
  readonly actor?: string;
  readonly action?: string;
  /** From this moment on, and before that one. */
  readonly from?: EpochMs;
  readonly until?: EpochMs;
  readonly limit: number;
  /** From the previous page; absent for the first. */
  readonly cursor?: string;
}

/** What the log says of the last time that somebody walked its chain. */
export interface LastVerification {
  readonly at: EpochMs;
  readonly rows: number;
  readonly ok: boolean;
  /** Null also where it was not recorded. */
  readonly brokenAt: number | null;
}

export interface AuditPage {
  /** Newest first. */
  readonly rows: readonly AuditRow[];
  readonly next: string | null;
  /** Every action that occurs in the log. */
  readonly actions: readonly string[];
  /** Null when nobody ever did. */
  readonly lastVerification: LastVerification | null;
}

/** For those who watch the watchers. */
export interface AuditStore {
  /** At the same cost for every page and filter, however long the log is. Throws ROLE_FORBIDS for who is no auditor. */
  searchAudit(access: Access, filter: AuditFilter): Promise<AuditPage>;
}
