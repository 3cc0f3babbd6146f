import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts';
import type { Language } from '../domain/language.ts';
import type { PartialDate } from '../domain/partial-date.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const UNKNOWN = {
  day: { nl: 'dag onbekend', en: 'day unknown' },
  month: { nl: 'dag en maand onbekend', en: 'day and month unknown' },
  all: { nl: 'onbekend', en: 'unknown' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** A date as it is written in a sentence: "12 maart 1984", "maart 1984 (dag onbekend)", "onbekend". */
export function dateText({ year, month, day }: PartialDate, language: Language): string {
  if (year === null) return UNKNOWN.all[language];
  if (month === null) return `${year} (${UNKNOWN.month[language]})`;
  const name = MONTHS[language][month - 1] ?? '';
  return day === null ? `${name} ${year} (${UNKNOWN.day[language]})` : `${day} ${name} ${year}`;
}

/** A day in figures, to be compared digit by digit: "12-03-1984". Null when some of it is unknown. */
export function dateFigures({ year, month, day }: PartialDate): string | null {
  if (year === null || month === null || day === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(day)}-${two(month)}-${String(year).padStart(4, '0')}`;
}

/** A calendar day in a sentence; a text that is none stays as it is. */
export function dayText(text: CalendarDate | string, language: Language): string {
  const day = parseCalendarDate(text);
  if (day === null) return text;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dateText({ year, month, day: date }, language);
}
