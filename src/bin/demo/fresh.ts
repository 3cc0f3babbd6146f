import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../../domain/refusals.ts';
import { type Config, readConfig } from '../../runtime/config.ts';
import { openRedis } from '../../runtime/redis.ts';

/** What an embedded installation makes in its folder. Only these are removed: the folder may be somebody's home. */
const MADE_BY_US = [
  'screening.db',
  'screening.db-wal',
  'screening.db-shm',
  'erasures.ndjson',
  'keys',
  'redis',
  'inbox',
  'sender-token',
  'demo.json',
] as const;

/** A Redis that outlived its starter must not go on writing to files that are gone. */
async function stopRedis(config: Config): Promise<void> {
  if (config.redisUrl !== null || !existsSync(join(config.dataFolder, 'redis'))) return;
  const redis = await openRedis(config);
  await redis.close();
}

/** Whether an installation has been made in the data folder. */
export function hasInstallation(): boolean {
  return existsSync(join(readConfig(process.env).dataFolder, 'screening.db'));
}

/**
 * Forgets an embedded installation.
 * @throws ScreeningError USAGE when the installation is not an embedded one
 */
export async function forgetInstallation(): Promise<void> {
  const config = readConfig(process.env);
  if (config.installation !== 'embedded') throw refusal('USAGE', 'not_embedded');
  await stopRedis(config);
  for (const name of MADE_BY_US) rmSync(join(config.dataFolder, name), { recursive: true, force: true });
}
