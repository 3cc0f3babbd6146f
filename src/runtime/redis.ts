import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { ScreeningError } from '../domain/errors.ts';
import type { Config } from './config.ts';
import { makeFolder } from './folder.ts';
import { withMachineLock } from './machine-lock.mjs';
import { checkRedisInfo } from './redis-requirements.ts';
import { ensureServer, type Presence, socketPathOf } from './redis-server.ts';

/** A connection as BullMQ takes it. */
export type RedisConnection = Redis;

/** The Redis that this process uses. */
export interface RedisAccess {
  /**
   * A new connection. With `requests` a command fails after some attempts, for whoever waits for an answer; with
   * `blocking` it never gives up, which BullMQ demands of a worker.
   */
  connect(manner: 'requests' | 'blocking'): RedisConnection;
  /**
   * Drops every connection given out, since BullMQ does not close what it was given, and stops the embedded Redis when
   * no other process uses it. Workers and queues must be closed before.
   */
  close(): Promise<void>;
}

type RedisSettings = Pick<Config, 'redisUrl' | 'redisBin' | 'dataFolder'>;

const ANSWER_TIMEOUT_MS = 5_000;
const LOCK_PATIENCE_MS = 90_000;
/** How long ioredis keeps a timer, and so the process, for a connection that is closed, even for one that was gone already. */
const DISCONNECT_TIMEOUT_MS = 100;
const RESTART_PAUSE_MS = 250;
/** Begins the name of the one connection by which a process shows that it uses the embedded Redis. */
const ANCHOR_PREFIX = 'screening-anchor-';

/** Puts a question over a connection of its own that neither retries nor waits, so that "nobody there" is an answer. */
async function ask<T>(where: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(where, {
    lazyConnect: true,
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    connectTimeout: ANSWER_TIMEOUT_MS,
    commandTimeout: ANSWER_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  let refusal: unknown = null;
  redis.on('error', (error) => {
    refusal = error;
  });
  try {
    await redis.connect();
    return await question(redis);
  } catch (error) {
    throw refusal ?? error;
  } finally {
    redis.disconnect();
  }
}

async function presenceAt(socketPath: string): Promise<Presence> {
  try {
    await ask(socketPath, (redis) => redis.ping());
    return 'ready';
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ECONNREFUSED' ? 'absent' : 'busy';
  }
}

async function checkServer(where: string): Promise<void> {
  let info: string;
  try {
    info = await ask(where, async (redis) => `${await redis.info('server')}\n${await redis.info('memory')}`);
  } catch (cause) {
    throw new ScreeningError('REDIS_UNREACHABLE', {}, { cause });
  }
  checkRedisInfo(info);
}

/** Gives out connections and remembers them. */
function trackConnections(where: string, afterClose: () => Promise<void>): RedisAccess {
  const given: Redis[] = [];
  let closed: Promise<void> | null = null;
  return {
    connect(manner) {
      const redis = new Redis(where, {
        disconnectTimeout: DISCONNECT_TIMEOUT_MS,
        ...(manner === 'blocking' && { maxRetriesPerRequest: null }),
      });
      // Without a listener ioredis prints to the console. Nobody misses the event: commands fail or wait.
      redis.on('error', () => undefined);
      given.push(redis);
      return redis;
    },
    close() {
      for (const redis of given) redis.disconnect();
      closed ??= afterClose();
      return closed;
    },
  };
}

/** The server is stopped by the last to leave: by whoever finds no other anchor. */
async function stopIfLast(socketPath: string, ownAnchor: string): Promise<void> {
  const isOther = (line: string) => line.includes(` name=${ANCHOR_PREFIX}`) && !line.includes(ownAnchor);
  await ask(socketPath, async (redis) => {
    const clients = String(await redis.client('LIST')).split('\n');
    if (!clients.some(isOther)) await redis.shutdown('NOSAVE');
  }).catch(() => undefined); // It is gone already, or goes without an answer, as SHUTDOWN does.
}

/**
 * All processes of one data folder share one server. Coming and leaving happen under a lock, so that nobody joins a
 * server that is being stopped. While a process holds its anchor it starts the server again whenever that dies.
 */
async function openEmbedded({ dataFolder, redisBin }: RedisSettings): Promise<RedisAccess> {
  makeFolder(dataFolder);
  const folder = join(realpathSync(dataFolder), 'redis');
  const socketPath = socketPathOf(folder);
  const alone = (work: () => Promise<void>) => withMachineLock(`redis ${folder}`, LOCK_PATIENCE_MS, work);
  const connectionName = `${ANCHOR_PREFIX}${randomUUID()}`;
  const anchor = new Redis(socketPath, {
    connectionName,
    lazyConnect: true,
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    retryStrategy: () => RESTART_PAUSE_MS,
  });
  let isLeaving = false;
  anchor.on('error', () => undefined);
  await alone(async () => {
    try {
      await ensureServer(folder, redisBin, presenceAt);
      await checkServer(socketPath);
      await anchor.connect();
    } catch (error) {
      anchor.disconnect();
      await stopIfLast(socketPath, connectionName);
      throw error;
    }
  });
  anchor.on('close', () => {
    if (isLeaving) return;
    // When a restart fails, the anchor's next attempt ends in another `close`, which tries again.
    alone(async () => {
      if (!isLeaving) await ensureServer(folder, redisBin, presenceAt);
    }).catch(() => undefined);
  });
  return trackConnections(socketPath, async () => {
    isLeaving = true;
    anchor.disconnect();
    await alone(() => stopIfLast(socketPath, connectionName));
  });
}

/**
 * Opens the configured Redis, or else one that runs on the data folder for this installation alone.
 * @throws ScreeningError REDIS_MISSING, REDIS_UNREACHABLE, REDIS_TOO_OLD or REDIS_EVICTS
 */
export async function openRedis(settings: RedisSettings): Promise<RedisAccess> {
  const { redisUrl } = settings;
  if (redisUrl === null) return openEmbedded(settings);
  await checkServer(redisUrl);
  return trackConnections(redisUrl, async () => undefined);
}
