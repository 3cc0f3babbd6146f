import type { CalendarDate } from '../../domain/calendar-date.ts';
import { systemClock } from '../../runtime/clock.ts';
import { type CanaryResult, runCanaries } from '../canary-run.ts';
import type { Installation } from '../installation.ts';
import type { ScreeningSystem } from '../screening-system.ts';
import type { DemoClock } from './demo-clock.ts';
import { timeOf } from './working-week.ts';

/** 05:30, when a worker does it in operation: a week without them would be an alarm. */
const PLANTED_AT_MINUTES = 330;

/** The test persons that are planted in the nights of the made-up week, as they are in operation. */
export interface CanaryNights {
  /** A night that has not come yet is left to the worker. */
  plant(day: CalendarDate): Promise<void>;
  /** What came of each night. */
  results(): readonly CanaryResult[];
}

export function createCanaryNights(
  installation: Installation,
  system: ScreeningSystem,
  clock: DemoClock,
): CanaryNights {
  const nights: CanaryResult[] = [];
  return {
    async plant(day) {
      const at = timeOf(day, PLANTED_AT_MINUTES);
      if (at > systemClock.now()) return;
      clock.moveTo(at);
      nights.push(await runCanaries(installation, system));
    },
    results: () => nights,
  };
}
