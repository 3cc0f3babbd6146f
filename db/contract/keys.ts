import type { Access } from '../../src/domain/access.ts';

/** One sealing key, as far as the database knows of it. */
export interface KeyUse {
  readonly keyId: number;
  /** Payloads that are sealed with it. */
  readonly payloads: number;
  /** New payloads are sealed with it. */
  readonly current: boolean;
  /** The keyring of this process has it. */
  readonly here: boolean;
}

/** What of the payloads that stood under another key is done. */
export interface Resealed {
  readonly resealed: number;
  /** Whether some may be left. */
  readonly left: boolean;
}

/**
 * The sealing keys of the installation. Which one seals is said by the database, in the transaction of every write: so
 * from the commit of `adoptKey` on no process seals with an older one, however long it has been running.
 */
export interface KeyStore {
  listKeys(access: Access): Promise<readonly KeyUse[]>;
  /** Makes a key of the keyring the one that seals. Throws `ScreeningError` KEYS_WRONG when the keyring has no such key. */
  adoptKey(access: Access, keyId: number): Promise<void>;
  /**
   * Seals at most `limit` payloads again that are sealed with another key than the current one. How far that is stands
   * in the database: any process goes on where another stopped, whatever it died of.
   */
  resealBatch(access: Access, limit: number): Promise<Resealed>;
  /**
   * Writes down that a key may be thrown away. Throws KEY_IN_USE while anything is sealed with it, KEY_UNKNOWN when
   * the keyring has no such key.
   */
  retireKey(access: Access, keyId: number): Promise<void>;
}
