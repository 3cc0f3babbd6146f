import type { EpochMs } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';

const inLanguage = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

const MOMENTS: Readonly<Record<Language, Intl.DateTimeFormat>> = { nl: inLanguage('nl-NL'), en: inLanguage('en-GB') };

/** A moment as a clock in the Netherlands shows it, to the minute. */
export function momentText(at: EpochMs, language: Language): string {
  return MOMENTS[language].format(at);
}
