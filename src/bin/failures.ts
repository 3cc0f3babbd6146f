import { CommanderError } from 'commander';
import { ERROR_CATALOGUE, ScreeningError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { traceOf } from '../runtime/error-trace.ts';
import { errorSentence, internalSentence } from '../texts/errors.ts';

interface Telling {
  readonly language: Language;
  /** Also say, for a failure nobody foresaw, where it came from. */
  readonly withTrace: boolean;
  readonly write: (line: string) => void;
}

/**
 * Says on one line why a command ended, and never with a stack trace, whose message could quote an entry.
 * @returns the exit code: 1 the work found a problem, 2 wrong usage or configuration
 */
export function tellFailure(error: unknown, { language, withTrace, write }: Telling): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ScreeningError) {
    write(`${error.code}: ${errorSentence(error, language)}\n`);
    return ERROR_CATALOGUE[error.code].exitCode;
  }
  write(`INTERNAL: ${internalSentence(language)}\n`);
  if (withTrace) write(`${JSON.stringify(traceOf(error), null, 2)}\n`);
  return 1;
}
