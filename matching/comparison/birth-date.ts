import { levelNumbers } from './outcome.ts';

const LEVEL = levelNumbers('birth_date');

/** 1 January and 1 July are given to people whose birthday is unknown: weak as agreement, and no contradiction. */
function isAssigned(month: number, day: number): boolean {
  return day === 1 && (month === 1 || month === 7);
}

/** Numbers here are far below 2³¹, where this is a whole-number division. */
function tenth(number: number): number {
  return (number / 10) | 0;
}

function digitErrors(a: number, b: number, digits: number): number {
  let errors = 0;
  let [restA, restB] = [a, b];
  for (let index = 0; index < digits; index += 1) {
    const [nextA, nextB] = [tenth(restA), tenth(restB)];
    if (restA - nextA * 10 !== restB - nextB * 10) errors += 1;
    restA = nextA;
    restB = nextB;
  }
  return errors;
}

/** The digits of a year whatever their order: how often each occurs, three bits apiece. */
function digitSet(year: number): number {
  let set = 0;
  for (let rest = year; rest > 0; rest = tenth(rest)) set += 1 << (3 * (rest % 10));
  return set;
}

/** Years that a slip of the pen, a slip of the decade or a wrong century confuses. */
function nearYear(a: number, b: number): boolean {
  const errors = digitErrors(a, b, 4);
  return errors === 1 || (errors === 2 && digitSet(a) === digitSet(b)) || Math.abs(a - b) === 100;
}

function isNext(a: number, b: number): boolean {
  return Math.abs(a - b) === 1;
}

function nearTwo(a: number, b: number): boolean {
  return isNext(a, b) || digitErrors(a, b, 2) <= 1 || (a % 10 === tenth(b) && b % 10 === tenth(a));
}

/** Both dates complete and not equal. */
function compareComplete(y1: number, m1: number, d1: number, y2: number, m2: number, d2: number): number {
  const sameYear = y1 === y2;
  if (m1 === m2 && d1 === d2) {
    if (isNext(y1, y2)) return LEVEL.year_adjacent;
    return nearYear(y1, y2) ? LEVEL.year_one_digit : LEVEL.year_differs;
  }
  if (m1 === d2 && d1 === m2) {
    if (sameYear) return LEVEL.day_month_swapped;
    if (isNext(y1, y2) || nearYear(y1, y2)) return LEVEL.two_slips;
  }
  if (sameYear) {
    if (isAssigned(m1, d1) || isAssigned(m2, d2)) return LEVEL.year_only;
    if (m1 === m2) return nearTwo(d1, d2) ? LEVEL.day_one_digit : LEVEL.day_differs;
    if (d1 === d2) return nearTwo(m1, m2) ? LEVEL.month_one_digit : LEVEL.month_differs;
    if (isNext(m1, m2) && isNext(d1, d2)) return LEVEL.two_slips;
    return nearTwo(m1, m2) && nearTwo(d1, d2) ? LEVEL.near : LEVEL.year_agrees;
  }
  if (isNext(y1, y2) && ((m1 === m2 && isNext(d1, d2)) || (d1 === d2 && isNext(m1, m2)))) return LEVEL.two_slips;
  const yearNear = isNext(y1, y2) || nearYear(y1, y2);
  const oneMore = (m1 === m2 && nearTwo(d1, d2)) || (d1 === d2 && nearTwo(m1, m2));
  return yearNear && oneMore ? LEVEL.near : LEVEL.different;
}

/** Level of two birth dates; parts are 0 when unknown. Unknown is neutral, omission is not contradiction. */
export function compareBirthDate(y1: number, m1: number, d1: number, y2: number, m2: number, d2: number): number {
  if (y1 === 0 || y2 === 0) return LEVEL.missing;
  if (d1 !== 0 && d2 !== 0) {
    if (y1 === y2 && m1 === m2 && d1 === d2) return isAssigned(m1, d1) ? LEVEL.exact_assigned : LEVEL.exact;
    return compareComplete(y1, m1, d1, y2, m2, d2);
  }
  const monthsKnown = m1 !== 0 && m2 !== 0;
  if (y1 === y2) {
    if (!monthsKnown) return LEVEL.year_only;
    return m1 === m2 ? LEVEL.day_unknown : LEVEL.year_agrees;
  }
  if (!monthsKnown) return isNext(y1, y2) ? LEVEL.near : LEVEL.different;
  if (m1 !== m2) return LEVEL.different;
  if (isNext(y1, y2)) return LEVEL.two_slips;
  return nearYear(y1, y2) ? LEVEL.near : LEVEL.different;
}
