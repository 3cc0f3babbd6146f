import { AsyncLocalStorage } from 'node:async_hooks';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import Provider from 'oidc-provider';

/** How long what it issues holds. */
export const TOKEN_LIFE_SECONDS = 300;

/** The clock of this process, but for what a provider does whose own goes before or behind. */
const AHEAD_MS = new AsyncLocalStorage<number>();
const now = Date.now;
Date.now = () => now() + (AHEAD_MS.getStore() ?? 0);

/** Somebody whom the provider knows. */
export interface ProviderPerson {
  readonly sub: string;
  readonly groups?: readonly string[];
}

/** A real OpenID Connect provider on loopback. Whoever comes is `person`, without being asked for a password. */
export interface RunningProvider {
  readonly issuer: string;
  /** Null: the next one who comes presses "cancel". */
  person: ProviderPerson | null;
  close(): Promise<void>;
}

export const CLIENT = { clientId: 'screening', clientSecret: 'a secret of thirty-two characters' } as const;

interface ProviderOptions {
  /** Of the pages that may ask. */
  readonly origin: string;
  /** Where the groups stand: in the ID token, or only in what user-info says. */
  readonly groupsIn?: 'id_token' | 'userinfo';
  /** By how much its clock goes before ours. */
  readonly clockAheadSeconds?: number;
  /** A free one when left out. */
  readonly port?: number;
}

function configurationOf({ origin, groupsIn }: ProviderOptions, who: () => ProviderPerson | null) {
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${origin}/sign-in/callback`],
        post_logout_redirect_uris: [`${origin}/sign-in`],
      },
    ],
    claims: { openid: ['sub', 'groups'] },
    conformIdTokenClaims: groupsIn === 'userinfo',
    cookies: { keys: ['made up'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/interaction' },
    ttl: { IdToken: TOKEN_LIFE_SECONDS },
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' })] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...(who()?.groups !== undefined && { groups: who()?.groups }) }),
    }),
    loadExistingGrant: async (context: { oidc: { provider: Provider; session?: { accountId?: string } } }) => {
      const accountId = context.oidc.session?.accountId ?? '';
      const grant = new context.oidc.provider.Grant({ clientId: CLIENT.clientId, accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

/** @param host the name under which it is found: another one than that of the pages makes it another site */
export async function startProvider(options: ProviderOptions, host = '127.0.0.1'): Promise<RunningProvider> {
  // It warns of what is right in a test: keys, sessions and accounts that are forgotten afterwards.
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  const server: Server = createServer();
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const running: RunningProvider = {
    issuer,
    person: null,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const provider = new Provider(issuer, configurationOf(options, () => running.person) as object);
  const answer = provider.callback();
  const aheadMs = 1_000 * (options.clockAheadSeconds ?? 0);
  server.on('request', (request, response) => {
    if (request.url !== '/interaction') return void AHEAD_MS.run(aheadMs, () => answer(request, response));
    const login = running.person === null ? null : { login: { accountId: running.person.sub } };
    void provider.interactionFinished(request, response, login ?? { error: 'access_denied' });
  });
  return running;
}

/** Goes through the provider's pages as a browser does, and answers with the address of ours that it ends at. */
export async function throughProvider(start: string, origin: string, jar = new Map<string, string>()): Promise<string> {
  let address = start;
  for (let step = 0; step < 8; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the provider stopped with ${response.status} ${await response.text()}`);
    address = new URL(location, address).href;
    if (address.startsWith(origin)) return address.slice(origin.length);
  }
  throw new Error('the provider never sends back');
}
