import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ScreeningError } from '../domain/errors.ts';

const SECRET_BYTES = 32;

/** The secrets of an installation, as parsed from its key file. */
export interface KeyMaterial {
  /** The id of the key that new payloads are sealed with. */
  readonly currentId: number;
  /** Every key that some payload may still be sealed with. */
  readonly sealing: readonly { readonly id: number; readonly secret: Uint8Array }[];
  /** What keyed hashes are made with. Never rotated: every stored hash would have to be made again from its text. */
  readonly hashing: Uint8Array;
}

const secret = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== SECRET_BYTES) context.addIssue({ code: 'custom', message: 'a key has 32 bytes' });
  return bytes;
});

const keyFile = z
  .strictObject({
    format: z.literal(1),
    current: z.int().min(1).max(0xffffffff),
    keys: z.array(z.strictObject({ id: z.int().min(1).max(0xffffffff), secret })).min(1),
    hashSecret: secret,
  })
  .refine(({ keys }) => new Set(keys.map(({ id }) => id)).size === keys.length)
  .refine(({ current, keys }) => keys.some(({ id }) => id === current));

/**
 * Reads the text of a key file: `{ format: 1, current, keys: [{ id, secret }], hashSecret }`, secrets 32 bytes in base64.
 * @throws ScreeningError KEYS_WRONG when it is anything else. Says nothing of what it read: it may be half a secret.
 */
export function parseKeyFile(text: string): KeyMaterial {
  const parsed = keyFile.safeParse(readJson(text));
  if (!parsed.success) throw new ScreeningError('KEYS_WRONG');
  const { current, keys, hashSecret } = parsed.data;
  return { currentId: current, sealing: keys, hashing: hashSecret };
}

/** The text of a key file with new random secrets, for an installation that begins. */
export function newKeyFile(): string {
  const fresh = (): string => randomBytes(SECRET_BYTES).toString('base64');
  const content = { format: 1, current: 1, keys: [{ id: 1, secret: fresh() }], hashSecret: fresh() };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
