import { bearerToken } from './visitor.ts';

interface Headers {
  readonly headers: { readonly authorization?: string | undefined };
}

/**
 * Tells programs, which bring a token, from people before a route is chosen, so that both can have the same address: a
 * route with `constraints: { credential: 'token' }` is for programs, and one without for whoever is left.
 */
export const CREDENTIAL_CONSTRAINT = {
  name: 'credential',
  deriveConstraint: ({ headers }: Headers) => (bearerToken(headers.authorization) === null ? 'none' : 'token'),
  storage: <Handler>() => {
    const handlers = new Map<unknown, Handler>();
    return {
      get: (value: unknown): Handler | null => handlers.get(value) ?? null,
      set: (value: unknown, handler: Handler): void => void handlers.set(value, handler),
    };
  },
};
