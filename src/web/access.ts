import type { Account, Role } from '../domain/account.ts';

/** Who may use a route: anybody, any account, accounts with one of these roles, or a sender with its token. */
export type Audience = 'everyone' | 'signed_in' | 'senders' | readonly Role[];

/** What every route has. */
export interface RouteBase {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly audience: Audience;
}

/** Who asks. At most one of the two is known. */
export interface Credentials {
  readonly account: Account | null;
  /** The sender whose token came along. */
  readonly sender: string | null;
}

/** `unknown`: it might be allowed to somebody, but nobody has said who asks. */
export type Admission = 'admitted' | 'unknown' | 'forbidden';

/** The only place that decides who may use a route. */
export function admit(audience: Audience, { account, sender }: Credentials): Admission {
  if (audience === 'everyone') return 'admitted';
  if (audience === 'senders') return sender === null ? 'unknown' : 'admitted';
  if (account === null) return 'unknown';
  if (audience === 'signed_in') return 'admitted';
  return audience.some((role) => account.roles.includes(role)) ? 'admitted' : 'forbidden';
}
