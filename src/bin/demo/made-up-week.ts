import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWeek, type MadeUpWeek } from '../../../fixtures/deliveries.ts';
import { generateRegister, type MadeUpRegister } from '../../../fixtures/register.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import type { Installation } from '../installation.ts';

export interface DemoInput {
  readonly register: MadeUpRegister;
  readonly week: MadeUpWeek;
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

/** The week before the first start; remembered, so that starting again hands in the very same deliveries. */
function firstDayOf({ config, clock }: Installation): CalendarDate {
  const path = join(config.dataFolder, 'demo.json');
  const known = remembered(path);
  if (known !== null) return known;
  const firstDay = addDays(calendarDay(clock.now()), -DAYS_BACK);
  writeFileSync(path, `${JSON.stringify({ firstDay })}\n`, { mode: 0o600 });
  return firstDay;
}

export function makeDemoInput(installation: Installation): DemoInput {
  const register = generateRegister({ seed: SEED, size: SUBJECTS });
  const firstDay = firstDayOf(installation);
  return { register, week: generateWeek({ seed: SEED, register, firstDay, entriesPerDay: ENTRIES_PER_DAY }) };
}
