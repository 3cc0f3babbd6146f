import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ScreeningError } from '../domain/errors.ts';
import { makeFolder } from './folder.ts';
import { findRedisBinary } from './redis-binary.mjs';

/** `sun_path` of a unix socket holds 108 bytes with its closing zero (unix(7)). */
const MAX_SOCKET_PATH_BYTES = 107;
/** Reading back a large append-only file takes its time. */
const START_PATIENCE_MS = 60_000;
const POLL_MS = 20;

/** What is found at a socket: a server at work, one that is there but does not answer yet, or none. */
export type Presence = 'ready' | 'busy' | 'absent';

/** Where the embedded Redis of a folder listens. A path too long for a socket gets a short stand-in in the temp folder. */
export function socketPathOf(folder: string): string {
  const path = join(folder, 'redis.sock');
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES) return path;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `screening-${name}`, 'redis.sock');
}

/** The temp folder is everybody's, so a folder of that name that somebody else made must not be trusted. */
function makePrivateFolder(folder: string): void {
  makeFolder(folder);
  const found = lstatSync(folder);
  const isMine = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !isMine || (found.mode & 0o077) !== 0) throw new ScreeningError('REDIS_UNREACHABLE');
}

/**
 * Starts a server that answers on its socket only. It is a process of its own and outlives its starter, so that a
 * killed worker takes no queue with it; whoever comes next finds it.
 * @returns a function that says whether the process has ended
 */
function spawnServer(binary: string, folder: string): () => boolean {
  const socketPath = socketPathOf(folder);
  makePrivateFolder(folder);
  makePrivateFolder(dirname(socketPath));
  rmSync(socketPath, { force: true });
  const settings: Readonly<Record<string, string>> = {
    port: '0',
    unixsocket: socketPath,
    unixsocketperm: '700',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    logfile: join(folder, 'redis.log'),
    loglevel: 'warning',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(binary, args, { detached: true, stdio: 'ignore' });
  let ended = false;
  const end = () => {
    ended = true;
  };
  child.on('error', end);
  child.on('exit', end);
  child.unref();
  return () => ended;
}

/**
 * Finds the running server of a folder or starts one, and waits until it answers. To be called under the folder's lock.
 * @throws ScreeningError REDIS_MISSING when there is no program to start; REDIS_UNREACHABLE when it ends at once, does
 * not answer within a minute, or its folder is open to other users
 */
export async function ensureServer(
  folder: string,
  redisBin: string | null,
  presenceAt: (socketPath: string) => Promise<Presence>,
): Promise<void> {
  const socketPath = socketPathOf(folder);
  const deadline = performance.now() + START_PATIENCE_MS;
  let hasEnded: (() => boolean) | null = null;
  // A server that has just been killed may still look busy, so every answer counts, not only the first.
  for (let presence = await presenceAt(socketPath); presence !== 'ready'; presence = await presenceAt(socketPath)) {
    if (presence === 'absent' && hasEnded === null) {
      const binary = await findRedisBinary(redisBin);
      if (binary === null) throw new ScreeningError('REDIS_MISSING');
      hasEnded = spawnServer(binary, folder);
    }
    if (hasEnded?.() || performance.now() > deadline) throw new ScreeningError('REDIS_UNREACHABLE');
    await delay(POLL_MS);
  }
}
