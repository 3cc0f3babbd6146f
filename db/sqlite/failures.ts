import { ScreeningError } from '../../src/domain/errors.ts';

/** What waiting does not cure: the file is damaged, is no database, cannot be reached or written, or the disk is full. */
const UNUSABLE = /^SQLITE_(CORRUPT|NOTADB|CANTOPEN|IOERR|READONLY|PERM|FORMAT|FULL)/;

/** The failure that a caller can act on, for an error of the driver; every other error as it came. */
export function failureOf(error: unknown): unknown {
  // By its code alone: `instanceof` fails for an error that the driver made in another realm, as under jest.
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new ScreeningError('DATABASE_BUSY', {}, { cause: error });
  if (UNUSABLE.test(code)) return new ScreeningError('DATABASE_UNREADABLE', { reason: code }, { cause: error });
  return error;
}
