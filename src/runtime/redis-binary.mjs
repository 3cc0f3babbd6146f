import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the set-up unpacks the distribution's Redis; holds `redis-server`, a script that finds its own libraries. */
export const UNPACKED_REDIS_FOLDER = fileURLToPath(new URL('../../.cache/redis', import.meta.url));

/** @param {string} command */
async function runs(command) {
  try {
    await run(command, ['--version'], { timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * The first Redis or Valkey server program that runs here: the configured one and no other, or else one on PATH, or
 * else the unpacked one. Null when there is none.
 * @param {string | null} configured the value of REDIS_BIN
 * @returns {Promise<string | null>}
 */
export async function findRedisBinary(configured) {
  const candidates =
    configured === null ? ['valkey-server', 'redis-server', `${UNPACKED_REDIS_FOLDER}/redis-server`] : [configured];
  for (const candidate of candidates) {
    if (await runs(candidate)) return candidate;
  }
  return null;
}
