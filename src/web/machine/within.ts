import { setTimeout as delay } from 'node:timers/promises';

/** The answer, or a rejection with `TIMEOUT` as message when it takes too long; then nobody waits for it any more. */
export async function within<T>(patienceMs: number, answer: Promise<T>): Promise<T> {
  const done = new AbortController();
  const tooLate = delay(patienceMs, undefined, { signal: done.signal }).then(() => {
    throw new Error('TIMEOUT');
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    done.abort();
    tooLate.catch(() => undefined);
  }
}
