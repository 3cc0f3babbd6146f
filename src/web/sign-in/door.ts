import type { Role } from '../../domain/account.ts';
import type { EpochMs } from '../../domain/ids.ts';
import { createAttempts } from './attempt.ts';
import type { Provider } from './provider.ts';
import type { ProviderFailure } from './provider-failure.ts';
import { type GroupsOfRoles, rolesOf } from './roles.ts';

/** Why somebody was not let in; each has a text of its own. */
export type SignInFailure = ProviderFailure | 'unfinished' | 'no_role' | 'roles_together';

interface Failed {
  readonly kind: 'failed';
  readonly failure: SignInFailure;
}

/** How people come in where accounts are real: out to the provider, and back with an answer. */
export interface SignInDoor {
  /** @param next where to go afterwards */
  begin(
    next: string,
    at: EpochMs,
  ): Promise<{ readonly kind: 'set_out'; readonly to: string; readonly cookie: string } | Failed>;
  /**
   * @param cookie that of `begin`
   * @param asked path and query with which the browser came back
   */
  finish(
    cookie: string,
    asked: string,
    at: EpochMs,
  ): Promise<
    { readonly kind: 'known'; readonly name: string; readonly roles: readonly Role[]; readonly next: string } | Failed
  >;
  /** Where to end the session at the provider; null when there is no such place. */
  end(): Promise<string | null>;
}

export function createSignInDoor(provider: Provider, groupsOfRoles: GroupsOfRoles): SignInDoor {
  const attempts = createAttempts();
  return {
    async begin(next, at) {
      const { attempt, cookie } = attempts.begin(next, at);
      const begun = await provider.begin(attempt);
      return begun.kind === 'failed' ? begun : { kind: 'set_out', to: begun.address, cookie };
    },
    async finish(cookie, asked, at) {
      const attempt = attempts.resume(cookie, at);
      if (attempt === null) return { kind: 'failed', failure: 'unfinished' };
      const answer = await provider.finish(attempt, asked);
      if (answer.kind === 'failed') return answer;
      const granted = rolesOf(answer.identity.groups, groupsOfRoles);
      if (granted.kind === 'granted') {
        return { kind: 'known', name: answer.identity.name, roles: granted.roles, next: attempt.next };
      }
      return { kind: 'failed', failure: granted.why === 'none' ? 'no_role' : 'roles_together' };
    },
    end: () => provider.end(),
  };
}
