import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../db/sqlite/open-store.ts';
import type { Store } from '../../db/store.ts';
import type { Access } from '../domain/access.ts';
import { ScreeningError } from '../domain/errors.ts';
import { fictitiousBases } from '../legal/default-bases.ts';
import { newKeyFile, parseKeyFile } from '../privacy/key-material.ts';
import { createKeyring, type Keyring } from '../privacy/keyring.ts';
import { calendarDay } from '../runtime/calendar-day.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { type Config, readConfig } from '../runtime/config.ts';
import { makeFolder } from '../runtime/folder.ts';
import { readKeyFile } from '../runtime/key-file.ts';
import { createLogger, type Logger } from '../runtime/logger.ts';
import { readRelevanceTables } from '../runtime/relevance-tables.ts';
import { EMBEDDED_ACCOUNTS } from './embedded-accounts.ts';

/** What every command that touches the database works with. */
export interface Installation {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  close(): Promise<void>;
}

const SETTING_UP: Access = { actor: { kind: 'system', name: 'set-up' }, purpose: 'set_up' };

/** What the embedded default brings along and no other installation gets: demo accounts and fictitious bases. */
async function addEmbeddedDefaults(store: Store, clock: Clock): Promise<void> {
  await store.addAccounts(SETTING_UP, EMBEDDED_ACCOUNTS);
  if ((await store.listBases(SETTING_UP)).length > 0) return;
  for (const basis of fictitiousBases()) {
    const basisId = await store.recordBasis(SETTING_UP, basis, clock.now());
    await store.confirmBasis(SETTING_UP, basisId, 'set-up', clock.now());
  }
}

/** The first version that an installation rates by is the one it came with; every later one takes two people. */
async function adoptFirstPolicy(store: Store, clock: Clock): Promise<void> {
  if ((await store.policyInForce(SETTING_UP, calendarDay(clock.now()))) !== null) return;
  await store.adoptPolicy(SETTING_UP, readRelevanceTables(), clock.now());
}

/**
 * The keyring of an installation, which looks into its file again for a key that another process has added.
 * @param fresh makes a new key file where there is none; null where one must be there
 * @throws ScreeningError KEYS_MISSING, KEYS_DAMAGED
 */
export function readOwnKeyring({ keys }: Config, fresh: (() => string) | null = null): Keyring {
  const read = (make: (() => string) | null) =>
    parseKeyFile(keys.kind === 'inline' ? keys.keyring : readKeyFile(keys.path, make));
  return createKeyring(read(fresh), () => read(null));
}

/** New keys beside a database that is there already would only hide that its own are lost. */
function readKeyring(config: Config, database: string): Keyring {
  const fresh = config.installation === 'embedded' && !existsSync(database) ? newKeyFile : null;
  return readOwnKeyring(config, fresh);
}

/** @throws ScreeningError CONFIG_INVALID when no folder can be made there: a file stands in its place, or it is not ours. */
function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new ScreeningError('CONFIG_INVALID', { faults: 'SCREENING_DATA: no folder can be made there' }, { cause });
  }
}

/**
 * Opens the data folder: database, keys, log. Makes what is missing on the embedded default.
 * @throws ScreeningError CONFIG_INVALID, KEYS_MISSING, KEYS_DAMAGED, KEYS_WRONG, DATABASE_UNREADABLE, DATABASE_BUSY,
 *   TABLE_INVALID
 */
export async function openInstallation(
  env: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): Promise<Installation> {
  const config = readConfig(env);
  makeDataFolder(config.dataFolder);
  const path = join(config.dataFolder, 'screening.db');
  const { erasuresFile } = config;
  const store = openStore({ path, keyring: readKeyring(config, path), clock, erasuresFile });
  const logger = createLogger(config.logLevel);
  await adoptFirstPolicy(store, clock);
  if (config.installation === 'embedded') await addEmbeddedDefaults(store, clock);
  return { config, store, clock, logger, close: () => store.close() };
}

/**
 * Opens the installation for one command and closes it again, whatever comes of it. A command tells whoever gave it in
 * words what it met, so that only failures go to its log.
 */
export async function withInstallation<T>(use: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation();
  const logger = createLogger(installation.config.logLevel === 'silent' ? 'silent' : 'error');
  try {
    return await use({ ...installation, logger });
  } finally {
    await installation.close();
  }
}
