import { InvalidArgumentError } from 'commander';
import type { Statute } from '../../domain/basis.ts';
import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';

/** A day as `YYYY-MM-DD`. */
export function dayOption(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (day === null) throw new InvalidArgumentError('a day is written YYYY-MM-DD');
  return day;
}

/** The place of an act in the Staatsblad: `2020/412`. */
export function gazetteOption(text: string): Pick<Statute, 'gazetteYear' | 'gazetteNumber'> {
  const found = /^(\d{4})\/(\d{1,4})$/.exec(text);
  if (found === null)
    throw new InvalidArgumentError('the place in the Staatsblad is written year/number, as in 2020/412');
  return { gazetteYear: Number(found[1]), gazetteNumber: Number(found[2]) };
}

/** Whoever is longer than this in service without being in the register has not joined late: the register is wrong. */
const LONGEST_WINDOW_DAYS = 31;

/** Whole days, 0 to 31. */
export function windowOption(text: string): number {
  const days = Number(text);
  if (text.trim() === '' || !Number.isInteger(days) || days < 0 || days > LONGEST_WINDOW_DAYS)
    throw new InvalidArgumentError(`a whole number of days, 0 to ${LONGEST_WINDOW_DAYS}`);
  return days;
}
