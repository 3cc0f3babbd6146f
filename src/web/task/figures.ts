import type { Language } from '../../domain/language.ts';
import { count } from '../format.ts';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };
const ROUGH_DIGITS = 2;

function tenths(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** Evidence in bits with its sign: "+12,3", "−4,0", "0,0". */
export function bits(milliBits: number, language: Language): string {
  const value = Math.round(milliBits / 100) / 10;
  const sign = value === 0 ? '' : value < 0 ? '−' : '+';
  return `${sign}${tenths(Math.abs(value), language)}`;
}

/** A probability as a percentage, which is never rounded to certainty. */
export function percent(probability: number, language: Language): string {
  if (probability > 0.999) return `> ${tenths(99.9, language)}%`;
  if (probability < 0.001) return `< ${tenths(0.1, language)}%`;
  return `${tenths(probability * 100, language)}%`;
}

/** An estimate to two significant digits: 12345 is "12.000", 0,0312 is "0,031". */
export function rough(value: number, language: Language): string {
  if (value >= 100) {
    const unit = 10 ** (Math.floor(Math.log10(value)) - (ROUGH_DIGITS - 1));
    return count(Math.round(value / unit) * unit, language);
  }
  return new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: ROUGH_DIGITS }).format(value);
}
