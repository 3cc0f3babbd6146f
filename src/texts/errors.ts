import type { ScreeningError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { ERROR_SENTENCES } from './error-sentences.ts';
import { fill } from './fill.ts';
import { refusalPhrase } from './refusal-reasons.ts';

/** The sentences that are said of a failure, without its code; of a code with several causes the one that applies. */
export function errorSentence({ code, params }: Pick<ScreeningError, 'code' | 'params'>, language: Language): string {
  const why = refusalPhrase(code, params['reason'], language);
  return fill(ERROR_SENTENCES[code][language], why === null ? params : { ...params, why });
}

const INTERNAL: Readonly<Record<Language, string>> = {
  nl: 'Er ging iets mis dat niet voorzien was. Wat al in de database stond is behouden; zie met SCREENING_LOG_LEVEL=debug waar het gebeurde.',
  en: 'Something went wrong that was not foreseen. What was in the database is kept; see where it happened with SCREENING_LOG_LEVEL=debug.',
};

/** What is said of a failure that no code names: a fault of the program. */
export function internalSentence(language: Language): string {
  return INTERNAL[language];
}
