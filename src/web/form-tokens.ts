import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The name of the hidden field that every form carries. */
export const FORM_TOKEN_FIELD = 'token';

/**
 * Proves that a form came from a page of ours: another site can make a browser post, but not read this token. It is a
 * keyed hash of the visit, so that nothing has to be kept for visitors who are not signed in.
 */
export interface FormTokens {
  tokenFor(visitId: string): string;
  isGenuine(visitId: string, token: string): boolean;
}

export function createFormTokens(): FormTokens {
  const key = randomBytes(32);
  const tokenFor = (visitId: string): string => createHmac('sha256', key).update(visitId).digest('base64url');
  return {
    tokenFor,
    isGenuine(visitId, token) {
      const [expected, given] = [Buffer.from(tokenFor(visitId)), Buffer.from(token)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
