import { asEpochMs, type EpochMs } from '../domain/ids.ts';

/** The only source of the time. Given to whoever needs it, so that a test can hold it still. */
export interface Clock {
  now(): EpochMs;
}

export const systemClock: Clock = { now: () => asEpochMs(Date.now()) };
