import type { Store } from '../../db/store.ts';
import type { Accepted, Origin } from '../../jobs/accept.ts';
import type { Queues, WorkerSign } from '../../jobs/queues.ts';
import type { Access } from '../domain/access.ts';
import type { Role } from '../domain/account.ts';
import type { Language } from '../domain/language.ts';
import type { DeliveryEvent } from '../intake/delivery-event.ts';
import type { IntakeLimits } from '../intake/limits.ts';
import type { Policy } from '../relevance/policy.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { SenderTokens } from './machine/sender-tokens.ts';
import type { Provider } from './sign-in/provider.ts';
import type { GroupsOfRoles } from './sign-in/roles.ts';

/** An account that may be picked without a password. */
export interface DemoAccount {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** How people sign in where accounts are real. */
export interface ProviderSignIn {
  /** Of the pages, as a browser sees them: `https://screening.example`. */
  readonly origin: string;
  readonly provider: Provider;
  readonly groupsOfRoles: GroupsOfRoles;
}

/** Everything the pages and doors need; they read nothing else from outside. */
export interface WebTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A set of figures of the server's own: a second server needs a second one. */
  readonly metrics: Metrics;
  readonly queues: Queues;
  accept(access: Access, events: AsyncIterable<DeliveryEvent>, origin: Origin): Promise<Accepted>;
  readonly limits: IntakeLimits;
  /** The policy that counts now; says how a fact stands in law, for screen B. */
  policyInForce(): Promise<Policy>;
  readonly senders: SenderTokens;
  /** The accounts of the embedded default, which may only listen on loopback; null in operation. */
  readonly demoAccounts: readonly DemoAccount[] | null;
  /** Null on the embedded default. */
  readonly signIn: ProviderSignIn | null;
  /** The proxy whose word is taken on where a request comes from; null = nobody's. */
  readonly trustedProxy: string | null;
  /** The language of whoever has not chosen one. */
  readonly language: Language;
  /** What every worker that lives holds of the register. */
  workerSigns(): Promise<readonly WorkerSign[]>;
}
