import { setTimeout as delay } from 'node:timers/promises';
import { acceptDelivery } from '../../jobs/accept.ts';
import { createFlow } from '../../jobs/flow.ts';
import { openQueues } from '../../jobs/queue-connections.ts';
import { startWorker } from '../../jobs/worker.ts';
import { composeWorker } from '../../src/bin/compose-worker.ts';
import { openInstallation } from '../../src/bin/installation.ts';
import { openRedis } from '../../src/runtime/redis.ts';

/**
 * A worker in a process of its own, for tests that kill or freeze it. The same parts as `screening worker`, but every
 * chunk takes a while, so that there is a middle to be killed in, and whatever is lost is noticed within a second.
 */
const CHUNK_DELAY_MS = 15;
const TIMING = { lockDurationMs: 1_000, sweepEveryMs: 300, watchEveryMs: 300_000, inboxPattern: '0 0 4 * * *' };

const installation = await openInstallation();
const redis = await openRedis(installation.config);
const { queues } = openQueues(redis);
const { store, clock, config } = installation;
const acceptTools = {
  store,
  clock,
  flow: createFlow(queues),
  chunkSize: config.chunkSize,
  mayIngest: async () => true,
};
const tools = composeWorker(installation, redis, queues, (access, events) =>
  acceptDelivery(acceptTools, access, events),
);
await startWorker(
  {
    ...tools,
    scope: async (atLeast) => {
      const scope = await tools.scope(atLeast);
      await delay(CHUNK_DELAY_MS);
      return scope;
    },
  },
  TIMING,
);
process.stdout.write('started\n');
