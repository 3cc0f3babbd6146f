import { asEpochMs, type EpochMs } from '../../domain/ids.ts';
import { type Clock, systemClock } from '../../runtime/clock.ts';

/** A clock that runs behind the real one, so that a week can pass within a demonstration. */
export interface DemoClock extends Clock {
  /** Moves on to a moment; neither back, since what was recorded must stay in order, nor past the real time. */
  moveTo(at: EpochMs): void;
  /** From now on it shows the real time. */
  catchUp(): void;
}

export function createDemoClock(real: Clock = systemClock): DemoClock {
  let behindMs = 0;
  let last: EpochMs | null = null;
  const now = (): EpochMs => {
    last = asEpochMs(real.now() - behindMs);
    return last;
  };
  return {
    now,
    moveTo(at) {
      const earliest = last === null ? at : Math.max(at, now());
      behindMs = Math.max(0, real.now() - earliest);
    },
    catchUp() {
      behindMs = 0;
    },
  };
}
