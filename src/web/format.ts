import type { CalendarDate } from '../domain/calendar-date.ts';
import type { EpochMs } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import { type Html, html } from './html.ts';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

function perLanguage<T>(make: (locale: string) => T): Readonly<Record<Language, T>> {
  return { nl: make(LOCALES.nl), en: make(LOCALES.en) };
}

const MOMENTS = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }),
);
const DATES = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Europe/Amsterdam' }),
);
const DAYS = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
);
const SHARES = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const NUMBERS = perLanguage((locale) => new Intl.NumberFormat(locale));
const TENTHS = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const HOURS: Readonly<Record<Language, string>> = { nl: 'u', en: 'h' };

/** A moment as a clock in the Netherlands shows it, to the minute. */
export function moment(at: EpochMs, language: Language): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${momentText(at, language)}</time>`;
}

/** The same within a sentence. */
export function momentText(at: EpochMs, language: Language): string {
  return MOMENTS[language].format(at);
}

/** The day of a moment in the Netherlands, where the time of day says nothing: `23 nov 2026`. */
export function day(at: EpochMs, language: Language): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${DATES[language].format(at)}</time>`;
}

/** A day without its year, for plots and lists of recent days: `23 nov`. */
export function shortDay(day: CalendarDate, language: Language): string {
  return DAYS[language].format(new Date(day)).replace('.', '');
}

/** Part of a whole in per cent; a dash when there is no whole. */
export function share(part: number, whole: number, language: Language): string {
  return whole === 0 ? '–' : SHARES[language].format(part / whole);
}

export function count(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** A duration in its two largest units (`3 min 4 s`), or in tenths of a second below a minute. */
export function duration(durationMs: number, language: Language): string {
  if (durationMs < 60_000) return `${TENTHS[language].format(durationMs / 1000)} s`;
  const seconds = Math.round(durationMs / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} ${HOURS[language]} ${minutes} min`;
  return `${minutes} min ${seconds % 60} s`;
}
