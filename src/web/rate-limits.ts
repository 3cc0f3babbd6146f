import type { FastifyInstance, FastifyRequest } from 'fastify';

const MINUTE_MS = 60_000;

/**
 * Requests in a minute. Signing in: passwords are guessed at the provider, so this only keeps a flood from reaching it,
 * and must let an office behind one address in at nine. Wrong tokens: nobody guesses one of 256 bits, but a broken
 * program would fill the log. Calls: more than a person makes or a program needs that asks and waits.
 */
export const MOST_PER_MINUTE = { sign_in: 60, wrong_token: 30, call: 600 } as const;

export type Counted = keyof typeof MOST_PER_MINUTE;

/** Counts requests, by the address they come from or the account they are made for. */
export interface RateLimits {
  /** Counts one; answers in how many seconds the next is let through, or null while there are not too many. */
  secondsToWait(what: Counted, request: FastifyRequest): Promise<number | null>;
}

/** `@fastify/rate-limit` must be there already. */
export function createRateLimits(app: FastifyInstance): RateLimits {
  const byAddress = ({ ip }: FastifyRequest): string => ip;
  const byAccount = ({ visitor }: FastifyRequest): string => visitor.caller?.accountId ?? '';
  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    app.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator });
  const counts = {
    sign_in: limit(MOST_PER_MINUTE.sign_in, byAddress),
    wrong_token: limit(MOST_PER_MINUTE.wrong_token, byAddress),
    call: limit(MOST_PER_MINUTE.call, byAccount),
  };
  return {
    async secondsToWait(what, request) {
      const count = await counts[what](request);
      return count.isAllowed || !count.isExceeded ? null : count.ttlInSeconds;
    },
  };
}
