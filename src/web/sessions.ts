import { randomBytes } from 'node:crypto';
import type { Account } from '../domain/account.ts';
import type { AccountId, EpochMs } from '../domain/ids.ts';
import type { Clock } from '../runtime/clock.ts';

/** A session ends after so long without a request. Short, because a reviewer may walk away from an open case. */
export const IDLE_MS = 30 * 60_000;
/** And after a working day in any case, so that a page that keeps asking cannot keep it alive for ever. */
export const LIFETIME_MS = 12 * 3_600_000;

/** A fresh random id, 256 bits; for a session, or for a visitor who has none. */
export function newVisitId(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a cookie can be an id that `newVisitId` made. */
export function isVisitId(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Who is signed in. Kept by this process alone: a restart signs everybody out, and nothing of it is on disk. */
export interface Sessions {
  /** Opens a session under a new id, so that an id planted before sign-in is worth nothing. */
  open(account: Account): string;
  /** Whose session it is, and with which roles it was opened; renews it. Null when there is none or it has ended. */
  find(id: string): Pick<Account, 'accountId' | 'roles'> | null;
  close(id: string): void;
  /** Signs an account out everywhere. */
  closeAllOf(accountId: AccountId): void;
}

interface Session {
  readonly account: Pick<Account, 'accountId' | 'roles'>;
  readonly openedAt: EpochMs;
  lastSeenAt: EpochMs;
}

export function createSessions(clock: Clock): Sessions {
  const sessions = new Map<string, Session>();
  const hasEnded = ({ openedAt, lastSeenAt }: Session): boolean =>
    clock.now() - lastSeenAt >= IDLE_MS || clock.now() - openedAt >= LIFETIME_MS;
  const removeEnded = (): void => {
    for (const [id, session] of sessions) if (hasEnded(session)) sessions.delete(id);
  };
  return {
    open(account) {
      removeEnded();
      const id = newVisitId();
      sessions.set(id, { account, openedAt: clock.now(), lastSeenAt: clock.now() });
      return id;
    },
    find(id) {
      const session = sessions.get(id);
      if (session === undefined || hasEnded(session)) return null;
      session.lastSeenAt = clock.now();
      return session.account;
    },
    close(id) {
      sessions.delete(id);
    },
    closeAllOf(accountId) {
      for (const [id, { account }] of sessions) if (account.accountId === accountId) sessions.delete(id);
    },
  };
}
