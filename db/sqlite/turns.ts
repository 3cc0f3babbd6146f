import { setImmediate } from 'node:timers/promises';

/** Long beside one transaction, short beside anything that waits for a timer: locks of jobs, time-outs, a person. */
const MOST_BUSY_MS = 50;

/**
 * The driver answers at once, so whoever only awaits one method of the Store after another never lets the event loop
 * turn: no timer fires, nobody else is served, and the memory of the driver's statements, which Node gives back between
 * turns alone, grows by gigabytes. Every method therefore waits for a turn when the last one is too long ago.
 */
export function createTurns(): () => Promise<void> {
  let lastMs = performance.now();
  return async () => {
    if (performance.now() - lastMs < MOST_BUSY_MS) return;
    await setImmediate();
    lastMs = performance.now();
  };
}
