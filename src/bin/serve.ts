import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { policyInForceOf } from '../../jobs/policy-in-force.ts';
import { ScreeningError } from '../domain/errors.ts';
import { readKeyFile } from '../runtime/key-file.ts';
import { createMetrics } from '../runtime/metrics.ts';
import {
  createSenderTokens,
  newToken,
  parseSenderTokens,
  type SenderTokens,
  tokenOf,
} from '../web/machine/sender-tokens.ts';
import { createServer } from '../web/server.ts';
import type { WebTools } from '../web/tools.ts';
import { EMBEDDED_ACCOUNTS } from './embedded-accounts.ts';
import type { Installation } from './installation.ts';
import { intakeLimits } from './intake-limits.ts';
import type { ScreeningSystem } from './screening-system.ts';
import { providerSignIn } from './sign-in.ts';

/** The sender that the embedded default knows. */
export const EMBEDDED_SENDER = 'JDS';

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
 * The token with which `EMBEDDED_SENDER` hands deliveries in over HTTP: in a file of the data folder that only its
 * owner can read, made when it is not there. Only for the embedded default.
 */
export function embeddedSenderToken({ config }: Installation): string {
  return readKeyFile(join(config.dataFolder, 'sender-token'), newToken).trim();
}

/** The file of tokens when there is one; else the embedded sender's, or in operation nobody's. */
function senderTokens(installation: Installation): SenderTokens {
  const path = join(installation.config.dataFolder, 'sender-tokens');
  if (existsSync(path)) return createSenderTokens(parseSenderTokens(readFileSync(path, 'utf8')));
  const isEmbedded = installation.config.installation === 'embedded';
  return createSenderTokens(isEmbedded ? [tokenOf(EMBEDDED_SENDER, embeddedSenderToken(installation))] : []);
}

/**
 * What a server of this installation works with. Each has figures of its own, so make one for each server.
 * @throws ScreeningError SIGN_IN_MISSING, CONFIG_INVALID when the file of tokens or of the secret cannot be read
 */
export function webTools(installation: Installation, { queues, accept }: ScreeningSystem): WebTools {
  const { config, store, clock, logger } = installation;
  return {
    ...{ store, clock, logger, queues, accept },
    metrics: createMetrics(),
    limits: intakeLimits(config),
    policyInForce: policyInForceOf(store, clock),
    senders: senderTokens(installation),
    demoAccounts: config.installation === 'embedded' ? EMBEDDED_ACCOUNTS : null,
    signIn: providerSignIn(installation),
    trustedProxy: config.trustedProxy,
    language: config.language,
    registerIndex: null,
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
