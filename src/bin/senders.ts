import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScreeningError } from '../domain/errors.ts';
import { readKeyFile } from '../runtime/key-file.ts';
import {
  createSenderTokens,
  newToken,
  parseSenderTokens,
  type SenderTokens,
  tokenOf,
} from '../web/machine/sender-tokens.ts';
import type { Installation } from './installation.ts';

/** The sender that the embedded default knows. */
export const EMBEDDED_SENDER = 'JDS';

/**
 * The token with which `EMBEDDED_SENDER` hands deliveries in over HTTP: in a file of the data folder that only its
 * owner can read, made when it is not there. Only for the embedded default.
 */
export function embeddedSenderToken({ config }: Installation): string {
  return readKeyFile(join(config.dataFolder, 'sender-token'), newToken).trim();
}

function readTokensFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ScreeningError('CONFIG_INVALID', { faults: 'SCREENING_SENDER_TOKENS_FILE: cannot be read' }, { cause });
  }
}

/**
 * Those of the file that is named; else the embedded sender's, or in operation nobody's.
 * @throws ScreeningError CONFIG_INVALID when the file cannot be read
 */
export function senderTokens(installation: Installation): SenderTokens {
  const { senderTokensFile, installation: kind } = installation.config;
  if (senderTokensFile !== null) return createSenderTokens(parseSenderTokens(readTokensFile(senderTokensFile)));
  const embedded = kind === 'embedded' ? [tokenOf(EMBEDDED_SENDER, embeddedSenderToken(installation))] : [];
  return createSenderTokens(embedded);
}
