import type { ScreeningError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { ERROR_SENTENCES } from './error-sentences.ts';
import { fill } from './fill.ts';

/** The sentences that are said of a failure, without its code. */
export function errorSentence(error: Pick<ScreeningError, 'code' | 'params'>, language: Language): string {
  return fill(ERROR_SENTENCES[error.code][language], error.params);
}

const INTERNAL: Readonly<Record<Language, string>> = {
  nl: 'Er ging iets mis dat niet voorzien was. Wat al in de database stond is behouden; zie met SCREENING_LOG_LEVEL=debug waar het gebeurde.',
  en: 'Something went wrong that was not foreseen. What was in the database is kept; see where it happened with SCREENING_LOG_LEVEL=debug.',
};

/** What is said of a failure that no code names: a fault of the program. */
export function internalSentence(language: Language): string {
  return INTERNAL[language];
}
