import { type Accepted, type AcceptTools, acceptDelivery } from '../../jobs/accept.ts';
import { createFlow, type Queues } from '../../jobs/flow.ts';
import { openQueues } from '../../jobs/queue-connections.ts';
import { createRegisterHolder, type IndexTools } from '../../jobs/register-index.ts';
import { type RunningWorker, startWorker } from '../../jobs/worker.ts';
import { parseModel } from '../../matching/model.ts';
import type { Access } from '../domain/access.ts';
import type { DeliveryEvent } from '../intake/delivery-event.ts';
import { mayIngest } from '../legal/feed.ts';
import { compileGate } from '../legal/gate.ts';
import { requirePolicy } from '../relevance/policy.ts';
import { rate } from '../relevance/rate.ts';
import { calendarDay } from '../runtime/calendar-day.ts';
import { openRedis } from '../runtime/redis.ts';
import { readRelevanceTables } from '../runtime/relevance-tables.ts';
import { readModelTables } from '../runtime/tables.ts';
import type { Installation } from './installation.ts';

/** An installation with its queues: what takes deliveries in and screens them. */
export interface ScreeningSystem {
  readonly queues: Queues;
  accept(access: Access, events: AsyncIterable<DeliveryEvent>): Promise<Accepted>;
  /** Starts a worker in this process. */
  startWorker(): Promise<RunningWorker>;
  /** Whether some process works the queues now. */
  hasWorker(): Promise<boolean>;
  /** Closes queues and connections; the installation stays open. */
  close(): Promise<void>;
}

function acceptTools(installation: Installation, queues: Queues): AcceptTools {
  const { store, clock, config } = installation;
  return {
    store,
    clock,
    flow: createFlow(queues),
    chunkSize: config.chunkSize,
    mayIngest: async () => {
      const bases = await store.listBases({ actor: { kind: 'system', name: 'cli' }, purpose: 'receive_delivery' });
      return mayIngest(config.feedMode, bases, calendarDay(clock.now())).kind === 'allowed';
    },
  };
}

/**
 * Connects to Redis, or starts the embedded one.
 * @throws ScreeningError REDIS_MISSING, REDIS_UNREACHABLE, REDIS_EVICTS, REDIS_TOO_OLD
 */
export async function openScreening(installation: Installation): Promise<ScreeningSystem> {
  const { config, store, clock, logger } = installation;
  const redis = await openRedis(config);
  const { queues, close } = openQueues(redis);
  const tools = acceptTools(installation, queues);
  const startOne = async (): Promise<RunningWorker> => {
    const model = parseModel(readModelTables());
    const policy = requirePolicy(readRelevanceTables());
    const matchGate: IndexTools['matchGate'] = (bases, today) => {
      const gate = compileGate(bases, today);
      const standing = {
        permission: 'match',
        partner: null,
        inquiry: null,
        feedMode: config.feedMode,
        deliveryKey: null,
      } as const;
      return (subject) => gate({ ...standing, subject });
    };
    const holder = createRegisterHolder({ store, model, clock, priorPerEntry: config.prior, matchGate });
    return startWorker({
      store,
      clock,
      logger,
      redis,
      queues,
      concurrency: config.concurrency,
      scope: (atLeast) => holder.scope(atLeast),
      rate: (input) => rate(input, policy),
    });
  };
  return {
    queues,
    accept: (access, events) => acceptDelivery(tools, access, events),
    startWorker: startOne,
    hasWorker: async () => (await queues.screen.getWorkersCount()) > 0,
    close: async () => {
      await close();
      await redis.close();
    },
  };
}
