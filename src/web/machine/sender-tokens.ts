import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { CANARY_SENDER } from '../../domain/delivery.ts';
import { ScreeningError } from '../../domain/errors.ts';

/** A sender (`afzender`) that may hand in deliveries over HTTP, and the SHA-256 of its token. */
export interface SenderToken {
  readonly sender: string;
  readonly sha256: Buffer;
}

export interface SenderTokens {
  /** Whose token it is; null when it is nobody's. */
  senderOf(token: string): string | null;
}

/** A token nobody can guess: 256 random bits. So a plain hash of it is enough, and a slow one would only slow us. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenOf(sender: string, token: string): SenderToken {
  return { sender, sha256: createHash('sha256').update(token).digest() };
}

/**
 * Reads the file of tokens: on each line a sender and the SHA-256 of a token of its, in hex; a sender may have several,
 * so that one can be replaced without a gap. Empty lines and those that begin with `#` are skipped. The tokens
 * themselves are with the senders alone.
 * @throws ScreeningError CONFIG_INVALID with the numbers of the lines that cannot be read
 */
export function parseSenderTokens(text: string): readonly SenderToken[] {
  const faults: string[] = [];
  const tokens = text.split(/\r?\n/).flatMap((line, index): SenderToken[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const match = /^([A-Za-z0-9._-]{1,32})\s+([0-9a-fA-F]{64})\s*$/.exec(line);
    const [, sender, hash] = match ?? [];
    if (sender !== undefined && hash !== undefined && sender !== CANARY_SENDER) {
      return [{ sender, sha256: Buffer.from(hash, 'hex') }];
    }
    faults.push(`sender tokens, line ${index + 1}`);
    return [];
  });
  if (faults.length > 0) throw new ScreeningError('CONFIG_INVALID', { faults: faults.join('; ') });
  return tokens;
}

export function createSenderTokens(tokens: readonly SenderToken[]): SenderTokens {
  return {
    senderOf(token) {
      const { sha256 } = tokenOf('', token);
      return tokens.find((known) => timingSafeEqual(known.sha256, sha256))?.sender ?? null;
    },
  };
}
