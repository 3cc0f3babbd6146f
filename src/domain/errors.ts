import type { TextParams } from './text-code.ts';

/** Whether the same call can succeed later without anybody changing anything. */
export type Retry = 'later' | 'never';

interface CatalogueEntry {
  readonly retry: Retry;
  /** Process exit code when a command ends on it: 1 the work found a problem, 2 wrong usage or configuration. */
  readonly exitCode: 1 | 2;
}

/** Every failure the system names. `src/texts` has a sentence for each: what happened, what was not lost, what to do. */
export const ERROR_CATALOGUE = {
  // A delivery is refused as a whole.
  HEADER_INVALID: { retry: 'never', exitCode: 1 },
  CHECKSUM_MISMATCH: { retry: 'never', exitCode: 1 },
  COUNT_MISMATCH: { retry: 'never', exitCode: 1 },
  DELIVERY_UNREADABLE: { retry: 'never', exitCode: 1 },
  DELIVERY_INTERRUPTED: { retry: 'later', exitCode: 1 },
  DELIVERY_CONFLICT: { retry: 'never', exitCode: 1 },
  DELIVERY_IN_PROGRESS: { retry: 'later', exitCode: 1 },
  DELIVERY_UNKNOWN: { retry: 'never', exitCode: 2 },
  SENDER_RESERVED: { retry: 'never', exitCode: 1 },
  FEED_MODE_REFUSED: { retry: 'never', exitCode: 1 },
  // A register file is refused as a whole.
  REGISTER_UNREADABLE: { retry: 'never', exitCode: 1 },
  REGISTER_WITHOUT_ROWS: { retry: 'never', exitCode: 1 },
  REGISTER_SHRINKS: { retry: 'never', exitCode: 1 },
  // Set-up and configuration.
  CONFIG_INVALID: { retry: 'never', exitCode: 2 },
  REDIS_MISSING: { retry: 'never', exitCode: 2 },
  REDIS_UNREACHABLE: { retry: 'later', exitCode: 2 },
  REDIS_EVICTS: { retry: 'never', exitCode: 2 },
  REDIS_TOO_OLD: { retry: 'never', exitCode: 2 },
  SIGN_IN_MISSING: { retry: 'never', exitCode: 2 },
  KEYS_MISSING: { retry: 'never', exitCode: 2 },
  KEYS_DAMAGED: { retry: 'never', exitCode: 2 },
  KEYS_NOT_WRITABLE: { retry: 'never', exitCode: 2 },
  KEY_IN_USE: { retry: 'never', exitCode: 1 },
  KEY_UNKNOWN: { retry: 'never', exitCode: 1 },
  KEYS_WRONG: { retry: 'never', exitCode: 2 },
  DATABASE_UNREADABLE: { retry: 'never', exitCode: 2 },
  DATABASE_BUSY: { retry: 'later', exitCode: 1 },
  BACKUP_REFUSED: { retry: 'never', exitCode: 2 },
  RESTORE_NOT_EMPTY: { retry: 'never', exitCode: 2 },
  RESTORE_IN_USE: { retry: 'never', exitCode: 2 },
  ERASURES_MISSING: { retry: 'never', exitCode: 2 },
  TABLE_INVALID: { retry: 'never', exitCode: 2 },
  // Screening.
  REGISTER_NOT_READY: { retry: 'later', exitCode: 1 },
  CHUNK_FAILED: { retry: 'later', exitCode: 1 },
  // A person's command.
  ACCOUNT_MISSING: { retry: 'never', exitCode: 2 },
  ACCOUNT_UNKNOWN: { retry: 'never', exitCode: 2 },
  TOKEN_REFUSED: { retry: 'never', exitCode: 2 },
  TOKEN_UNKNOWN: { retry: 'never', exitCode: 1 },
  ACCOUNTS_UNREADABLE: { retry: 'never', exitCode: 1 },
  ROLE_FORBIDS: { retry: 'never', exitCode: 1 },
  BASIS_REFUSED: { retry: 'never', exitCode: 1 },
  INQUIRY_REFUSED: { retry: 'never', exitCode: 1 },
  POLICY_REFUSED: { retry: 'never', exitCode: 1 },
  POLICY_UNKNOWN: { retry: 'never', exitCode: 2 },
  HOLD_REFUSED: { retry: 'never', exitCode: 1 },
  TASK_UNKNOWN: { retry: 'never', exitCode: 1 },
  TASK_STATE: { retry: 'never', exitCode: 1 },
  ALARM_UNKNOWN: { retry: 'never', exitCode: 1 },
  FILE_UNREADABLE: { retry: 'never', exitCode: 2 },
  COLUMNS_MISSING: { retry: 'never', exitCode: 2 },
  FILE_UNWRITABLE: { retry: 'never', exitCode: 2 },
  USAGE: { retry: 'never', exitCode: 2 },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/**
 * An operational failure. Carries a code and ids, never personal data: its message goes to logs, queues and pages.
 * Expected outcomes are values and programmer errors are plain errors; neither is one of these.
 */
export class ScreeningError extends Error {
  readonly code: ErrorCode;
  readonly params: TextParams;

  constructor(code: ErrorCode, params: TextParams = {}, options: { cause?: unknown } = {}) {
    super(code, options);
    this.name = 'ScreeningError';
    this.code = code;
    this.params = params;
  }

  get retry(): Retry {
    return ERROR_CATALOGUE[this.code].retry;
  }
}
