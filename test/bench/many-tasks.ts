import type { Store } from '../../db/store.ts';
import { BANDS } from '../../src/domain/hit.ts';
import { asEpochMs, type EpochMs } from '../../src/domain/ids.ts';
import { RATING_LEVELS } from '../../src/domain/rating.ts';
import { fillRegister, makeTasks } from '../db/conformance/review-material.ts';

const SUBJECTS = 500;
const TASKS_PER_CHUNK = 100;
const DAYS = 60;
const DAY_MS = 86_400_000;

/** Open tasks of every rating and band, about made-up subjects, made evenly over the days before a moment. */
export async function fillWithTasks(store: Store, count: number, now: EpochMs): Promise<void> {
  const register = await fillRegister(store, SUBJECTS, { unit: 'Basisteam Noord' });
  const chunks = Math.ceil(count / TASKS_PER_CHUNK);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const toMake = Array.from({ length: TASKS_PER_CHUNK }, (_, place) => {
      const number = chunk * TASKS_PER_CHUNK + place;
      const rating = RATING_LEVELS[number % RATING_LEVELS.length];
      const band = BANDS[number % BANDS.length];
      return {
        ...{ about: `n${number}`, subject: 1 + (number % SUBJECTS) },
        ...(rating !== undefined && { rating }),
        ...(band !== undefined && { band }),
      };
    });
    const at = asEpochMs(now - Math.floor(((chunks - chunk) / chunks) * DAYS * DAY_MS));
    await makeTasks(store, register, toMake, { delivery: `D${chunk}`, at });
  }
}
