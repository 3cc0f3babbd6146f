import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRedis, type RedisAccess } from '../../src/runtime/redis.ts';

/** A real Redis of a test file's own, in a temporary folder. */
export interface TestRedis {
  readonly access: RedisAccess;
  /** The folder that holds its `redis/redis.sock`; another `openRedis` on it joins the same server. */
  readonly dataFolder: string;
  /** Stops the server and removes the folder. Close workers and queues before. */
  stop(): Promise<void>;
}

export async function startTestRedis(): Promise<TestRedis> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'screening-test-'));
  const access = await openRedis({ redisUrl: null, redisBin: null, dataFolder });
  return {
    access,
    dataFolder,
    async stop() {
      await access.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
