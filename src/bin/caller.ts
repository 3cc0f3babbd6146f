import type { Access, Purpose } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import { ScreeningError } from '../domain/errors.ts';
import type { Installation } from './installation.ts';
import { readSecret } from './secrets.ts';

const LOOKING_UP: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'sign_in' };

/** A person, or a program, at a terminal. */
export interface Caller {
  /** With the roles that count here. */
  readonly account: Account;
  accessFor(purpose: Purpose): Access;
}

async function byToken({ store, clock }: Installation, token: string, name: string | undefined): Promise<Caller> {
  const caller = await store.callerByToken(LOOKING_UP, token, clock.now());
  if (caller === null || (name !== undefined && name !== caller.account.name)) {
    throw new ScreeningError('TOKEN_REFUSED');
  }
  const { account } = caller;
  const actor = { kind: 'account', accountId: account.accountId, onlyRoles: account.roles } as const;
  return { account, accessFor: (purpose) => ({ actor, purpose }) };
}

/**
 * Who runs a command: whose token is in the environment; on the embedded default, whose accounts are made up and have
 * no password, also whoever says so with `--as`. Elsewhere a name proves nothing.
 * @throws ScreeningError TOKEN_REFUSED, ACCOUNT_UNKNOWN, ACCOUNT_MISSING when nobody is named
 */
export async function callerOf(installation: Installation, name: string | undefined): Promise<Caller> {
  const { config, store } = installation;
  if (config.token !== null) return byToken(installation, readSecret(config.token, 'SCREENING_TOKEN_FILE'), name);
  if (config.installation === 'operation') throw new ScreeningError('TOKEN_REFUSED');
  if (name === undefined) throw new ScreeningError('ACCOUNT_MISSING');
  const account = await store.accountByName(LOOKING_UP, name);
  if (account === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
  const actor = { kind: 'account', accountId: account.accountId } as const;
  return { account, accessFor: (purpose) => ({ actor, purpose }) };
}
