import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { asEpochMs, type EpochMs } from '../../domain/ids.ts';
import { ownPath } from './own-path.ts';

/** How long somebody may take at the provider before the way back is closed. */
export const ATTEMPT_MS = 10 * 60_000;

/** One way to the provider and back. The three secrets are known to this server and to the browser that set out. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where to go afterwards: a path of our own. */
  readonly next: string;
}

/**
 * Attempts at signing in, of which the server keeps nothing: all is in a cookie of the browser that set out, and the
 * three secrets follow from it and a key of this process. So nobody can fill the memory with attempts, and an answer
 * of the provider that is slipped to another browser does not fit.
 */
export interface Attempts {
  /** A new attempt, and the cookie that stands for it. */
  begin(next: string, at: EpochMs): { readonly attempt: Attempt; readonly cookie: string };
  /** Null when the cookie is not one of ours or too old. */
  resume(cookie: string, at: EpochMs): Attempt | null;
}

export function createAttempts(): Attempts {
  const key = randomBytes(32);
  const derive = (use: string, text: string): string =>
    createHmac('sha256', key).update(`${use} ${text}`).digest('base64url');
  const attemptOf = (body: string, next: string): Attempt => ({
    state: derive('state', body),
    nonce: derive('nonce', body),
    codeVerifier: derive('verifier', body),
    next,
  });
  return {
    begin(next, at) {
      const path = Buffer.from(ownPath(next)).toString('base64url');
      const body = `${randomBytes(32).toString('base64url')}.${at}.${path}`;
      return { attempt: attemptOf(body, ownPath(next)), cookie: `${body}.${derive('cookie', body)}` };
    },
    resume(cookie, at) {
      const [, body = '', begunAt = '', path = '', mark = ''] =
        /^([\w-]+\.(\d+)\.([\w-]*))\.([\w-]+)$/.exec(cookie) ?? [];
      const [expected, given] = [Buffer.from(derive('cookie', body)), Buffer.from(mark)];
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      if (at >= asEpochMs(Number(begunAt) + ATTEMPT_MS)) return null;
      return attemptOf(body, ownPath(Buffer.from(path, 'base64url').toString()));
    },
  };
}
