import { randomUUID } from 'node:crypto';
import { asRegisterVersion } from '../src/domain/ids.ts';
import type { RedisConnection } from '../src/runtime/redis.ts';
import type { WorkerSign } from './queues.ts';
import type { RegisterHolder } from './register-index.ts';

/** Signs that may fail to come before a worker is taken to be gone or frozen: a large chunk keeps it from its timers. Chosen. */
const SIGNS_MISSED = 8;

const WORKERS = 'screening:workers';

function keyOf(workerId: string): string {
  return `screening:worker:${workerId}`;
}

/** What a worker keeps saying of itself until it is closed. */
export interface KeptSign {
  /** Random, and another at every start. */
  readonly workerId: string;
  /** Says nothing any more, and takes back what was said. */
  stop(): Promise<void>;
}

/**
 * Shows in Redis what the index of this process holds, for the metrics of whichever process serves them. Beside the
 * queues and not in the database: it is of no use to anybody once the process has died, so it dies by itself. Nothing
 * is said before the index is read, with the first chunk: zeros would tell of an empty register.
 */
export function keepSign(
  redis: RedisConnection,
  index: Pick<RegisterHolder, 'size' | 'version'>,
  everyMs: number,
): KeptSign {
  const workerId = randomUUID();
  // While Redis is away nobody can ask, and it must not be waited for at the end: the sign goes by itself.
  const ifThere = async (change: (redis: RedisConnection) => Promise<unknown>): Promise<void> => {
    if (redis.status === 'ready') await change(redis).catch(() => undefined);
  };
  const timer = setInterval(() => {
    if (index.version === 0) return;
    const sign = `${index.version} ${index.size}`;
    void ifThere((to) =>
      to
        .multi()
        .set(keyOf(workerId), sign, 'PX', everyMs * SIGNS_MISSED)
        .sadd(WORKERS, workerId)
        .exec(),
    );
  }, everyMs);
  return {
    workerId,
    async stop() {
      clearInterval(timer);
      await ifThere((from) => from.multi().del(keyOf(workerId)).srem(WORKERS, workerId).exec());
    },
  };
}

/** The signs of the workers that live, and forgets the others. */
export async function readSigns(redis: RedisConnection): Promise<readonly WorkerSign[]> {
  const workerIds = await redis.smembers(WORKERS);
  if (workerIds.length === 0) return [];
  const said = await redis.mget(workerIds.map(keyOf));
  const gone = workerIds.filter((_, place) => said[place] === null);
  if (gone.length > 0) await redis.srem(WORKERS, ...gone);
  return workerIds.flatMap((workerId, place): WorkerSign[] => {
    const [, version, subjects] = /^(\d+) (\d+)$/.exec(said[place] ?? '') ?? [];
    if (version === undefined || subjects === undefined) return [];
    return [{ workerId, registerVersion: asRegisterVersion(Number(version)), subjects: Number(subjects) }];
  });
}
