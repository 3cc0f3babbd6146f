import { constants } from 'node:os';

type Stop = () => void | Promise<void>;

/** Ends a process in order. */
export interface Shutdown {
  /** Registers what must be stopped; the last registered is stopped first. One that fails does not keep the others. */
  onStop(stop: Stop): void;
  /** Aborted as soon as the process is asked to end. */
  readonly signal: AbortSignal;
  /** Stops everything, once; every further call waits for the same end. */
  stop(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** npm and the launcher pass on the Ctrl-C that the terminal has given already: within this time it is the same wish. */
const SAME_WISH_MS = 500;

/**
 * Takes over SIGINT and SIGTERM: the first stops everything in order, after which the process ends by itself; the
 * second ends it at once with 128 plus the signal's number. What was in hand is then screened again at the next start.
 * @param onFailure told of everything that could not be stopped
 */
export function createShutdown(onFailure: (error: unknown) => void): Shutdown {
  const stops: Stop[] = [];
  const asked = new AbortController();
  let stopped: Promise<void> | null = null;
  let askedAtMs = 0;

  async function stopAll(): Promise<void> {
    asked.abort();
    for (const stop of stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        onFailure(error);
      }
    }
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }

  function stop(): Promise<void> {
    stopped ??= stopAll();
    return stopped;
  }

  function onSignal(signal: NodeJS.Signals): void {
    const nowMs = performance.now();
    if (!asked.signal.aborted) askedAtMs = nowMs;
    else if (nowMs - askedAtMs > SAME_WISH_MS) process.exit(128 + constants.signals[signal]);
    void stop();
  }

  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { onStop: (each) => stops.push(each), signal: asked.signal, stop };
}
