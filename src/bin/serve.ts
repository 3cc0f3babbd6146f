import type { AddressInfo } from 'node:net';
import { policyInForceOf } from '../../jobs/policy-in-force.ts';
import { ScreeningError } from '../domain/errors.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { createServer } from '../web/server.ts';
import type { WebTools } from '../web/tools.ts';
import { EMBEDDED_ACCOUNTS } from './embedded-accounts.ts';
import type { Installation } from './installation.ts';
import { intakeLimits } from './intake-limits.ts';
import type { ScreeningSystem } from './screening-system.ts';
import { senderTokens } from './senders.ts';
import { providerSignIn } from './sign-in.ts';

/** A request in hand may end; a client that does not read on must not keep the program from stopping. */
const CLOSE_PATIENCE_MS = 5_000;

/** Pages and doors that are open. */
export interface RunningServer {
  /** Where to find them, without a slash at the end. */
  readonly url: string;
  /** Lets requests in hand end, then closes. */
  close(): Promise<void>;
}

/**
 * What a server of this installation works with. Each has figures of its own, so make one for each server.
 * @throws ScreeningError SIGN_IN_MISSING, CONFIG_INVALID when the file of tokens or of the secret cannot be read
 */
export function webTools(installation: Installation, { queues, accept, workerSigns }: ScreeningSystem): WebTools {
  const { config, store, clock, logger } = installation;
  return {
    ...{ store, clock, logger, queues, accept, workerSigns },
    metrics: createMetrics(),
    limits: intakeLimits(config),
    policyInForce: policyInForceOf(store, clock),
    senders: senderTokens(installation),
    demoAccounts: config.installation === 'embedded' ? EMBEDDED_ACCOUNTS : null,
    signIn: providerSignIn(installation),
    trustedProxy: config.trustedProxy,
    language: config.language,
  };
}

/**
 * Opens pages and doors on the configured address.
 * @throws ScreeningError SIGN_IN_MISSING, CONFIG_INVALID also when the address cannot be listened on
 */
export async function serve(installation: Installation, system: ScreeningSystem): Promise<RunningServer> {
  const { host, port } = installation.config;
  const server = createServer(webTools(installation, system));
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw new ScreeningError('CONFIG_INVALID', { faults: 'SCREENING_HOST, SCREENING_PORT: not free' }, { cause });
  }
  const { port: opened } = server.server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  const close = async (): Promise<void> => {
    const cutOff = setTimeout(() => server.server.closeAllConnections(), CLOSE_PATIENCE_MS);
    await server.close();
    clearTimeout(cutOff);
  };
  return { url: `http://${name}:${opened}`, close };
}
