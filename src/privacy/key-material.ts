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
  /**
   * What keyed hashes are made with. Never rotated: every stored hash would have to be made again from its text, and
   * the texts are gone, since the hashes are what is left of entries that were cleared. So look-ups, repeats, the order
   * of messages and dismissed pairs are the same before and after a rotation.
   */
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
 * @throws ScreeningError KEYS_DAMAGED when it is anything else. Says nothing of what it read: it may be half a secret.
 */
export function parseKeyFile(text: string): KeyMaterial {
  const parsed = keyFile.safeParse(readJson(text));
  if (!parsed.success) throw new ScreeningError('KEYS_DAMAGED');
  const { current, keys, hashSecret } = parsed.data;
  return { currentId: current, sealing: keys, hashing: hashSecret };
}

/** The text of a key file with new random secrets, for an installation that begins. */
export function newKeyFile(): string {
  const fresh = () => randomBytes(SECRET_BYTES);
  return writeKeyFile({ currentId: 1, sealing: [{ id: 1, secret: fresh() }], hashing: fresh() });
}

/**
 * The text of a key file with one more key, which is the current one.
 * @throws ScreeningError as `parseKeyFile`
 */
export function withNewKey(text: string): { readonly text: string; readonly keyId: number } {
  const { sealing, hashing } = parseKeyFile(text);
  const keyId = Math.max(...sealing.map(({ id }) => id)) + 1;
  const keys = [...sealing, { id: keyId, secret: randomBytes(SECRET_BYTES) }];
  return { keyId, text: writeKeyFile({ currentId: keyId, sealing: keys, hashing }) };
}

/**
 * The text of a key file without a key that is not the current one.
 * @throws ScreeningError as `parseKeyFile`
 */
export function withoutKey(text: string, keyId: number): string {
  const material = parseKeyFile(text);
  return writeKeyFile({ ...material, sealing: material.sealing.filter(({ id }) => id !== keyId) });
}

function writeKeyFile({ currentId, sealing, hashing }: KeyMaterial): string {
  const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const keys = sealing.map(({ id, secret }) => ({ id, secret: encoded(secret) }));
  const content = { format: 1, current: currentId, keys, hashSecret: encoded(hashing) };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  // What cannot be read again must not take the place of what can.
  parseKeyFile(text);
  return text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
