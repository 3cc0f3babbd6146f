import { ScreeningError } from '../domain/errors.ts';

/** BullMQ 6 warns below this version, because it then works around missing commands. */
const OLDEST = { major: 6, minor: 2 } as const;

function field(info: string, name: string): string {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
}

/**
 * Judges a server by its answer to INFO; hosted servers often forbid CONFIG.
 * @param info the sections `server` and `memory`
 * @throws ScreeningError REDIS_TOO_OLD; REDIS_EVICTS when the server may drop keys, and with them jobs, to make room
 */
export function checkRedisInfo(info: string): void {
  const version = field(info, 'redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
    throw new ScreeningError('REDIS_TOO_OLD', { version, oldest: `${OLDEST.major}.${OLDEST.minor}` });
  }
  const policy = field(info, 'maxmemory_policy');
  if (policy !== 'noeviction') throw new ScreeningError('REDIS_EVICTS', { policy });
}
