import type { Language } from '../domain/language.ts';
import type { Phrase } from './relevance-words.ts';

const MONTHS_PER_YEAR = 12;
/** What the catalogue counts imprisonment for life as (art. 10 Sr). */
const LIFE_MONTHS = 360;

const FINE: Phrase = { nl: 'alleen een geldboete', en: 'a fine only' };
const LIFE: Phrase = { nl: 'levenslang of 30 jaar', en: 'life or 30 years' };
const AND: Phrase = { nl: 'en', en: 'and' };

/** In Dutch `jaar` does not change with a number before it. */
function counted(value: number, [one, more]: readonly [string, string]): string {
  return `${value} ${value === 1 ? one : more}`;
}

/** The longest custody that the law allows as a person says it: "6 jaar", "2 jaar en 8 maanden", "3 maanden". */
export function maxPenaltyWords(months: number, language: Language): string {
  if (months === 0) return FINE[language];
  if (months >= LIFE_MONTHS) return LIFE[language];
  const whole = Math.round(months);
  const [years, rest] = [Math.floor(whole / MONTHS_PER_YEAR), whole % MONTHS_PER_YEAR];
  const said = [
    years === 0 ? '' : counted(years, language === 'nl' ? ['jaar', 'jaar'] : ['year', 'years']),
    rest === 0 ? '' : counted(rest, language === 'nl' ? ['maand', 'maanden'] : ['month', 'months']),
  ];
  return said.filter(Boolean).join(` ${AND[language]} `);
}
