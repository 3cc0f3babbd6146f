import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWeek, type MadeUpWeek } from '../../../fixtures/deliveries.ts';
import { generateRegister, type MadeUpRegister } from '../../../fixtures/register.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import type { Installation } from '../installation.ts';

export interface DemoInput {
  readonly register: MadeUpRegister;
  readonly week: MadeUpWeek;
  /** The day of the first delivery's decisions; the delivery comes in the night after. */
  readonly firstDay: CalendarDate;
}

const SEED = 'demo';
const SUBJECTS = 2_000;
const ENTRIES_PER_DAY = 1_500;
const DAYS_BACK = 7;

function remembered(path: string): CalendarDate | null {
  try {
    const { firstDay } = JSON.parse(readFileSync(path, 'utf8')) as { readonly firstDay?: unknown };
    return typeof firstDay === 'string' ? parseCalendarDate(firstDay) : null;
  } catch {
    return null;
  }
}

/** The day on which a week begins whose last delivery came the day before yesterday. */
export function weekBefore(today: CalendarDate): CalendarDate {
  return addDays(today, -DAYS_BACK);
}

/** The week before the first start; remembered, so that starting again hands in the very same deliveries. */
function firstDayOf({ config }: Installation, today: CalendarDate): CalendarDate {
  const path = join(config.dataFolder, 'demo.json');
  const known = remembered(path);
  if (known !== null) return known;
  const firstDay = weekBefore(today);
  writeFileSync(path, `${JSON.stringify({ firstDay })}\n`, { mode: 0o600 });
  return firstDay;
}

/** @param today the real day, also while a demonstration plays the days before it */
export function makeDemoInput(installation: Installation, today: CalendarDate): DemoInput {
  const register = generateRegister({ seed: SEED, size: SUBJECTS });
  const firstDay = firstDayOf(installation, today);
  const week = generateWeek({ seed: SEED, register, firstDay, entriesPerDay: ENTRIES_PER_DAY });
  return { register, week, firstDay };
}
