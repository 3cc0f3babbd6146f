import { Queue } from 'bullmq';
import type { RedisAccess } from '../src/runtime/redis.ts';
import { QUEUE_NAMES, type Queues } from './queues.ts';

export interface OpenQueues {
  readonly queues: Queues;
  close(): Promise<void>;
}

/** Opens the queues for whoever adds jobs. The connection is closed with the Redis access it came from. */
export function openQueues(redis: RedisAccess): OpenQueues {
  const connection = redis.connect('requests');
  const queues: Queues = {
    inbox: new Queue(QUEUE_NAMES.inbox, { connection }),
    screen: new Queue(QUEUE_NAMES.screen, { connection }),
    settle: new Queue(QUEUE_NAMES.settle, { connection }),
    upkeep: new Queue(QUEUE_NAMES.upkeep, { connection }),
  };
  return {
    queues,
    close: async () => {
      await Promise.all(Object.values(queues).map((queue: Queue) => queue.close()));
    },
  };
}
