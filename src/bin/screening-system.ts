import { type Accepted, type AcceptTools, acceptDelivery, acceptPlanted, type Origin } from '../../jobs/accept.ts';
import { createFlow } from '../../jobs/flow.ts';
import { openQueues } from '../../jobs/queue-connections.ts';
import type { Queues, WorkerSign } from '../../jobs/queues.ts';
import { type RunningWorker, startWorker } from '../../jobs/worker.ts';
import { readSigns } from '../../jobs/worker-signs.ts';
import type { Access } from '../domain/access.ts';
import type { DeliveryEvent } from '../intake/delivery-event.ts';
import { openRedis } from '../runtime/redis.ts';
import { composeWorker } from './compose-worker.ts';
import { feedIsCovered, requireFeedBasis } from './feed-basis.ts';
import type { Installation } from './installation.ts';

/** An installation with its queues: what takes deliveries in and screens them. */
export interface ScreeningSystem {
  readonly queues: Queues;
  accept(access: Access, events: AsyncIterable<DeliveryEvent>, origin?: Origin): Promise<Accepted>;
  /** The same for planted test persons, and nobody else. */
  acceptPlanted(access: Access, events: AsyncIterable<DeliveryEvent>): Promise<Accepted>;
  /** Starts a worker in this process. @throws ScreeningError TABLE_INVALID, FEED_MODE_REFUSED */
  startWorker(): Promise<RunningWorker>;
  /** What every worker of the installation holds of the register, in whatever process it runs. */
  workerSigns(): Promise<readonly WorkerSign[]>;
  /** Whether some process works the queues now. */
  hasWorker(): Promise<boolean>;
  /** Closes queues and connections; the installation stays open. */
  close(): Promise<void>;
}

function acceptTools(installation: Installation, queues: Queues): AcceptTools {
  const { store, clock, logger, config } = installation;
  const mayIngest = () => feedIsCovered(installation);
  return { store, clock, logger, flow: createFlow(queues), chunkSize: config.chunkSize, mayIngest };
}

/**
 * Connects to Redis, or starts the embedded one.
 * @throws ScreeningError REDIS_MISSING, REDIS_UNREACHABLE, REDIS_EVICTS, REDIS_TOO_OLD
 */
export async function openScreening(installation: Installation): Promise<ScreeningSystem> {
  const redis = await openRedis(installation.config);
  const { queues, close } = openQueues(redis);
  const tools = acceptTools(installation, queues);
  const accept: ScreeningSystem['accept'] = (access, events, origin) => acceptDelivery(tools, access, events, origin);
  const planted: ScreeningSystem['acceptPlanted'] = (access, events) => acceptPlanted(tools, access, events);
  const asking = redis.connect('requests');
  return {
    queues,
    accept,
    acceptPlanted: planted,
    startWorker: async () => {
      await requireFeedBasis(installation);
      return startWorker(composeWorker(installation, redis, queues, { accept, acceptPlanted: planted }));
    },
    workerSigns: () => readSigns(asking),
    hasWorker: async () => (await queues.screen.getWorkersCount()) > 0,
    close: async () => {
      await close();
      await redis.close();
    },
  };
}
