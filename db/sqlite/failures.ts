import { ScreeningError } from '../../src/domain/errors.ts';

const UNREADABLE = /^SQLITE_(CORRUPT|NOTADB|CANTOPEN|IOERR|READONLY|PERM|FORMAT)/;

/** The failure that a caller can act on, for an error of the driver; every other error as it came. */
export function failureOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new ScreeningError('DATABASE_BUSY', {}, { cause: error });
  if (UNREADABLE.test(code)) return new ScreeningError('DATABASE_UNREADABLE', { reason: code }, { cause: error });
  if (error instanceof Error && error.name === 'DrizzleQueryError') return failureOf(error.cause);
  return error;
}
