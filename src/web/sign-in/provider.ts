import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  fetchUserInfo,
} from 'openid-client';
import type { Logger } from '../../runtime/logger.ts';
import type { Attempt } from './attempt.ts';
import { type ProviderFailure, providerFailureOf } from './provider-failure.ts';

/** How far the clock of the provider may be from ours. */
export const CLOCK_TOLERANCE_SECONDS = 30;
/** Somebody is waiting before a blank page. */
const PATIENCE_SECONDS = 10;

export interface ProviderSettings {
  /** Of our pages, as a browser sees them. */
  readonly origin: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly groupsClaim: string;
  readonly accountClaim: string;
}

/** Who somebody is, as the provider says. */
export interface Identity {
  /** Value of the claim that names accounts. */
  readonly name: string;
  readonly groups: readonly string[];
}

export type FromProvider<T> =
  | ({ readonly kind: 'answered' } & T)
  | { readonly kind: 'failed'; readonly failure: ProviderFailure };

/** The OpenID Connect provider of the organisation: authorization code flow with PKCE, state and nonce. */
export interface Provider {
  /** Where to send a browser that sets out. */
  begin(attempt: Attempt): Promise<FromProvider<{ readonly address: string }>>;
  /** @param asked path and query with which the browser came back */
  finish(attempt: Attempt, asked: string): Promise<FromProvider<{ readonly identity: Identity }>>;
  /**
   * Where a browser goes to end its session at the provider too; null when the provider has no such place. Carries no
   * ID token as a hint, since that would put a person's data into an address: the provider asks instead.
   */
  end(): Promise<string | null>;
}

export const CALLBACK_PATH = '/sign-in/callback';
/** Where the provider sends a browser that has signed out. */
const SIGNED_OUT_PATH = '/sign-in';

type Claims = Readonly<Record<string, unknown>>;

function groupsIn(claims: Claims, name: string): readonly string[] | null {
  const value = claims[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((group) => typeof group === 'string') : null;
}

/** A program that cannot reach the provider at its start must still take deliveries in: so it is asked when needed. */
function configurationOf({ issuer, clientId, clientSecret }: ProviderSettings): () => Promise<Configuration> {
  let known: Promise<Configuration> | null = null;
  const isLocal = new URL(issuer).protocol === 'http:';
  const ask = (): Promise<Configuration> =>
    discovery(
      new URL(issuer),
      clientId,
      { [clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      ClientSecretBasic(clientSecret),
      { timeout: PATIENCE_SECONDS, ...(isLocal && { execute: [allowInsecureRequests] }) },
    );
  return async () => {
    known ??= ask();
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  };
}

/** What the ID token leaves unsaid is asked of the provider's user-info, where some keep the groups. */
async function identify(
  settings: ProviderSettings,
  configuration: Configuration,
  tokens: Awaited<ReturnType<typeof authorizationCodeGrant>>,
): Promise<Identity | null> {
  const claims: Claims & { readonly sub?: string } = tokens.claims() ?? {};
  const { accountClaim, groupsClaim } = settings;
  const isComplete = claims[accountClaim] !== undefined && claims[groupsClaim] !== undefined;
  const canAsk = configuration.serverMetadata().userinfo_endpoint !== undefined && claims.sub !== undefined;
  const more: Claims =
    isComplete || !canAsk ? {} : await fetchUserInfo(configuration, tokens.access_token, String(claims.sub));
  const all = { ...more, ...claims };
  const name = all[accountClaim];
  if (typeof name !== 'string' || name === '') return null;
  return { name, groups: groupsIn(all, groupsClaim) ?? [] };
}

export function createProvider(settings: ProviderSettings, logger: Logger): Provider {
  const configuration = configurationOf(settings);
  const { origin } = settings;
  const failed = (error: unknown) => {
    logger.failure('the sign-in provider gave no good answer', error);
    return { kind: 'failed', failure: providerFailureOf(error) } as const;
  };
  return {
    async begin({ state, nonce, codeVerifier }) {
      try {
        const address = buildAuthorizationUrl(await configuration(), {
          redirect_uri: `${origin}${CALLBACK_PATH}`,
          scope: 'openid',
          ...{ state, nonce },
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        return { kind: 'answered', address: address.href };
      } catch (error) {
        return failed(error);
      }
    },
    async finish({ state, nonce, codeVerifier }, asked) {
      try {
        const known = await configuration();
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
        const tokens = await authorizationCodeGrant(known, new URL(asked, origin), checks);
        const identity = await identify(settings, known, tokens);
        return identity === null ? { kind: 'failed', failure: 'nameless' } : { kind: 'answered', identity };
      } catch (error) {
        return failed(error);
      }
    },
    async end() {
      try {
        return buildEndSessionUrl(await configuration(), {
          post_logout_redirect_uri: `${origin}${SIGNED_OUT_PATH}`,
        }).href;
      } catch (error) {
        logger.failure('the sign-in provider has no place to sign out', error);
        return null;
      }
    },
  };
}
