import { ScreeningError } from '../../src/domain/errors.ts';
import { asRegisterVersion, type RegisterVersion } from '../../src/domain/ids.ts';
import { type Keyring, keyIdOf } from '../../src/privacy/keyring.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { installation } from '../schema/installation.ts';
import type { Queries } from './engine.ts';

const KEY_CHECK_PLACE = 'installation:1:key_check';

/** Holds a keyed hash too: a keyring whose sealing key is right and whose hash key is not would find nothing again. */
const keyCheckText = (keyring: Keyring): string => keyring.hash('key_check', 'screening');

/** The known text, sealed with the key that seals now. The key that it is sealed with is the current one. */
export const sealKeyCheck = (keyring: Keyring): Uint8Array => keyring.seal(keyCheckText(keyring), KEY_CHECK_PLACE);

/**
 * Leaves a sealed text in a new database, and opens it in an old one. What seals from now on is the key of the
 * database, whichever the keyring would take.
 * @throws ScreeningError KEYS_WRONG
 */
export function checkKeys(queries: Queries, keyring: Keyring, clock: Clock): void {
  const text = keyCheckText(keyring);
  queries
    .insert(installation)
    .values({
      id: 1,
      createdAt: clock.now(),
      keyCheck: sealKeyCheck(keyring),
      registerVersion: asRegisterVersion(0),
    })
    .onConflictDoNothing()
    .run();
  const stored = queries.select({ keyCheck: installation.keyCheck }).from(installation).get();
  const opened = stored === undefined ? '' : keyring.open(stored.keyCheck, KEY_CHECK_PLACE).toString();
  if (stored === undefined || opened !== text) throw new ScreeningError('KEYS_WRONG');
  keyring.sealWith(keyIdOf(stored.keyCheck));
}

/** Follows the database to the key that seals; a no-op but after a rotation. Asked for at the start of every write. */
export function keyFollower(queries: Queries, keyring: Keyring): () => void {
  const check = queries.select({ keyCheck: installation.keyCheck }).from(installation).prepare();
  return () => {
    const stored = check.get();
    if (stored === undefined) return;
    const keyId = keyIdOf(stored.keyCheck);
    if (keyId !== keyring.sealsWith()) keyring.sealWith(keyId);
  };
}

/** The register version now in force. */
export function currentRegisterVersion(queries: Queries): RegisterVersion {
  const row = queries.select({ version: installation.registerVersion }).from(installation).get();
  return row?.version ?? asRegisterVersion(0);
}

/** Makes a new register version. Only inside a write transaction. */
export function raiseRegisterVersion(queries: Queries): RegisterVersion {
  const next = asRegisterVersion(currentRegisterVersion(queries) + 1);
  queries.update(installation).set({ registerVersion: next }).run();
  return next;
}
