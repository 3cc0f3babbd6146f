import { readFileSync } from 'node:fs';
import type { Store } from '../../db/store.ts';
import { resealAll } from '../../jobs/reseal.ts';
import type { Access } from '../domain/access.ts';
import { ScreeningError } from '../domain/errors.ts';
import { parseKeyFile, withNewKey, withoutKey } from '../privacy/key-material.ts';
import type { Config } from '../runtime/config.ts';
import { replaceKeyFile } from '../runtime/key-file.ts';
import { withMachineLock } from '../runtime/machine-lock.mjs';

type KeySource = Config['keys'];

/** What `rotate` did. `resumed`: an earlier rotation had not come to its end, so no new key was made. */
export interface Rotated {
  readonly keyId: number;
  readonly resumed: boolean;
  readonly resealed: number;
}

const ROTATING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };
const LOCK_PATIENCE_MS = 10_000;

/** Two that write the key file at once would each lose the other's key, and with it what is sealed with it by then. */
function alone<T>(keys: KeySource, work: () => Promise<T>): Promise<T> {
  return withMachineLock(keys.kind === 'file' ? `keys ${keys.path}` : 'keys', LOCK_PATIENCE_MS, work);
}

async function currentKey(store: Store): Promise<number> {
  const current = (await store.listKeys(ROTATING)).find((key) => key.current);
  if (current === undefined) throw new Error('no key seals');
  return current.keyId;
}

/** Adds a key to the key file and makes it the current one, on disk when this returns. */
function addKey(keys: KeySource): number {
  if (keys.kind === 'inline') throw new ScreeningError('KEYS_NOT_WRITABLE');
  const { text, keyId } = withNewKey(readFileSync(keys.path, 'utf8'));
  replaceKeyFile(keys.path, text);
  return keyId;
}

/**
 * Goes over to a new key, while everything else runs. In this order, so that it may die at any moment: the key is on
 * disk before anything is sealed with it; then the database says that it is the current one, which every process
 * follows from its next write on; then the older payloads are sealed again, batch by batch. Whatever is unfinished is
 * finished by the next call, or by a worker.
 *
 * @throws ScreeningError KEYS_NOT_WRITABLE when the keyring comes from the environment and names no new key
 */
export function rotateKeys(store: Store, keys: KeySource, onBatch: (resealed: number) => void): Promise<Rotated> {
  return alone(keys, async () => {
    const wanted = parseKeyFile(keys.kind === 'inline' ? keys.keyring : readFileSync(keys.path, 'utf8')).currentId;
    const before = await currentKey(store);
    const unfinished = (await store.listKeys(ROTATING)).some((key) => !key.current && key.payloads > 0);
    const resumed = wanted !== before || unfinished;
    const keyId = resumed ? wanted : addKey(keys);
    if (keyId !== before) await store.adoptKey(ROTATING, keyId);
    return { keyId, resumed, resealed: await resealAll(store, ROTATING, onBatch) };
  });
}

/**
 * Takes a key out of the key file for good.
 * @throws ScreeningError KEY_IN_USE, KEY_UNKNOWN, KEYS_NOT_WRITABLE
 */
export function removeKey(store: Store, keys: KeySource, keyId: number): Promise<void> {
  return alone(keys, async () => {
    await store.retireKey(ROTATING, keyId);
    if (keys.kind === 'inline') throw new ScreeningError('KEYS_NOT_WRITABLE');
    replaceKeyFile(keys.path, withoutKey(readFileSync(keys.path, 'utf8'), keyId));
  });
}
