import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';
import { ScreeningError } from '../domain/errors.ts';
import type { KeyMaterial } from './key-material.ts';

/** What a keyed hash is of. Each use has its own key, so that equal texts of two uses have different hashes. */
const HASH_USES = [
  'account_name',
  'api_token',
  'case_number',
  'content',
  'evidence',
  'key_check',
  'person',
  'personnel_number',
  'sample',
  'subject',
] as const;
export type HashUse = (typeof HASH_USES)[number];

/** Seals, opens and hashes. Whoever holds one can read everything; only the Store is given one. */
export interface Keyring {
  /** Seals with the current key. `associatedData` names the place; sealed data opens in no other. */
  seal(plain: Uint8Array | string, associatedData: string): Uint8Array;
  /** @throws ScreeningError KEYS_WRONG when the key is not here, the place is another, or a bit was changed. */
  open(sealed: Uint8Array, associatedData: string): Buffer;
  /** HMAC-SHA-256, base64url, 43 characters. The same for the life of the installation: rotation leaves it alone. */
  hash(use: HashUse, text: string | Uint8Array): string;
  /** The id of the key that seals now. */
  sealsWith(): number;
  /** From now on this key seals. @throws ScreeningError KEYS_WRONG when it is not here, looked for again. */
  sealWith(keyId: number): void;
  /** The ids of all keys that are here. */
  keyIds(): readonly number[];
}

/** Layout of a sealed payload: key id (4 bytes, big-endian), nonce (12), tag (16), ciphertext. */
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES;
const CIPHER = 'aes-256-gcm';

/** The id of the key that something is sealed with; -1 for what nothing was sealed in. */
export function keyIdOf(sealed: Uint8Array): number {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  return bytes.length < KEY_ID_BYTES ? -1 : bytes.readUInt32BE(0);
}

/**
 * One secret never serves two ends: every use has a key derived from it (RFC 5869). A key object, because Node 24
 * spends more time on telling that bytes are not one than on the hash itself.
 */
function derive(secret: Uint8Array, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `screening ${use}`, 32)));
}

/** Nonces drawn at once: asking for twelve random bytes costs as much as asking for thousands. */
const NONCES_DRAWN = 512;

/** Nonces of 96 random bits: one repeats with negligible chance below 2^32 payloads of a key (NIST SP 800-38D, 8.3). */
function nonceSource(): () => Buffer {
  let pool = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === pool.length) {
      pool = randomFillSync(Buffer.alloc(NONCES_DRAWN * NONCE_BYTES));
      used = 0;
    }
    used += NONCE_BYTES;
    return pool.subarray(used - NONCE_BYTES, used);
  };
}

/**
 * @param lookAgain reads the key material anew, for a key that came since: a process that runs for months must open
 *   what another sealed after a rotation
 * @throws ScreeningError KEYS_WRONG when the current key is not among the others
 */
export function createKeyring(material: KeyMaterial, lookAgain: () => KeyMaterial = () => material): Keyring {
  const sealingKeys = new Map(material.sealing.map((key) => [key.id, derive(key.secret, 'seal')]));
  const hashKeys = Object.fromEntries(
    HASH_USES.map((use) => [use, derive(material.hashing, `hash ${use}`)]),
  ) as Readonly<Record<HashUse, KeyObject>>;

  const keyFor = (keyId: number): KeyObject => {
    const known = sealingKeys.get(keyId);
    if (known !== undefined) return known;
    for (const key of lookAgain().sealing) {
      if (!sealingKeys.has(key.id)) sealingKeys.set(key.id, derive(key.secret, 'seal'));
    }
    const found = sealingKeys.get(keyId);
    if (found === undefined) throw new ScreeningError('KEYS_WRONG', { keyId });
    return found;
  };
  let currentId = material.currentId;
  let current = keyFor(currentId);

  const nextNonce = nonceSource();

  return {
    seal(plain, associatedData) {
      const nonce = nextNonce();
      const cipher = createCipheriv(CIPHER, current, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(associatedData));
      const text = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
      cipher.final();
      const keyId = Buffer.allocUnsafe(KEY_ID_BYTES);
      keyId.writeUInt32BE(currentId);
      return Buffer.concat([keyId, nonce, cipher.getAuthTag(), text]);
    },

    open(sealed, associatedData) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const keyId = bytes.length < HEADER_BYTES ? -1 : keyIdOf(bytes);
      const key = keyFor(keyId);
      const nonce = bytes.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(associatedData));
      decipher.setAuthTag(bytes.subarray(KEY_ID_BYTES + NONCE_BYTES, HEADER_BYTES));
      try {
        const text = decipher.update(bytes.subarray(HEADER_BYTES));
        decipher.final();
        return text;
      } catch (cause) {
        throw new ScreeningError('KEYS_WRONG', { keyId }, { cause });
      }
    },

    hash: (use, text) => createHmac('sha256', hashKeys[use]).update(text).digest('base64url'),

    sealsWith: () => currentId,

    sealWith(keyId) {
      current = keyFor(keyId);
      currentId = keyId;
    },

    keyIds: () => [...sealingKeys.keys()],
  };
}
