/** What the positions of a BSN weigh in the elfproef, left to right (Logius, "Elfproef"; the last digit counts negative). */
const ELFPROEF_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

const MAX_DIGITS = 9;

/** The nine digits of a BSN whose leading zeros may have been lost; null when the text is not one to nine digits. */
export function bsnDigits(text: string): string | null {
  const trimmed = text.trim();
  return /^\d{1,9}$/.test(trimmed) ? trimmed.padStart(MAX_DIGITS, '0') : null;
}

/**
 * Whether nine digits can be a BSN: their weighted sum is divisible by eleven and they are not all zero. Catches every
 * single wrong digit and every swap of neighbours; a random number passes once in eleven.
 */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  const sum = ELFPROEF_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}

/** A BSN as it may serve as a key: nine digits that pass the elfproef. Null when absent or unusable. */
export function usableBsn(text: string | null): string | null {
  const digits = text === null ? null : bsnDigits(text);
  return digits !== null && passesElfproef(digits) ? digits : null;
}
