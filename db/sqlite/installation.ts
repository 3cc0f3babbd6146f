import { ScreeningError } from '../../src/domain/errors.ts';
import { asRegisterVersion, type RegisterVersion } from '../../src/domain/ids.ts';
import type { Keyring } from '../../src/privacy/keyring.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { installation } from '../schema/installation.ts';
import type { Queries } from './engine.ts';

const KEY_CHECK_PLACE = 'installation:1:key_check';

/** Holds a keyed hash too: a keyring whose sealing key is right and whose hash key is not would find nothing again. */
const keyCheckText = (keyring: Keyring): string => keyring.hash('key_check', 'screening');

/**
 * Leaves a sealed text in a new database, and opens it in an old one.
 * @throws ScreeningError KEYS_WRONG
 */
export function checkKeys(queries: Queries, keyring: Keyring, clock: Clock): void {
  const text = keyCheckText(keyring);
  queries
    .insert(installation)
    .values({
      id: 1,
      createdAt: clock.now(),
      keyCheck: keyring.seal(text, KEY_CHECK_PLACE),
      registerVersion: asRegisterVersion(0),
    })
    .onConflictDoNothing()
    .run();
  const stored = queries.select({ keyCheck: installation.keyCheck }).from(installation).get();
  const opened = stored === undefined ? '' : keyring.open(stored.keyCheck, KEY_CHECK_PLACE).toString();
  if (opened !== text) throw new ScreeningError('KEYS_WRONG');
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
