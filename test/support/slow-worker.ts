import { setTimeout as delay } from 'node:timers/promises';
import { acceptDelivery, acceptPlanted } from '../../jobs/accept.ts';
import { createFlow } from '../../jobs/flow.ts';
import { openQueues } from '../../jobs/queue-connections.ts';
import { startWorker, type WorkerTools } from '../../jobs/worker.ts';
import { composeWorker } from '../../src/bin/compose-worker.ts';
import { openInstallation } from '../../src/bin/installation.ts';
import { openRedis } from '../../src/runtime/redis.ts';

/**
 * A worker in a process of its own, for tests that kill or freeze it. The same parts as `screening worker`, but every
 * chunk takes a while, so that there is a middle to be killed in, and whatever is lost is noticed within a second.
 * Says on stdout that it has started, that it is about to freeze, and how the write of each chunk ended.
 */
const CHUNK_DELAY_MS = 20;
const TIMING = {
  lockDurationMs: 500,
  signEveryMs: 100,
  sweepEveryMs: 200,
  watchEveryMs: 300_000,
  retentionPattern: '0 0 4 * * *',
  inboxPattern: '0 0 4 * * *',
  canaryPattern: '0 0 4 * * *',
};

/** The chunk with which in hand it freezes, counted from 1; 0 = none. */
const FREEZES_AT = Number(process.argv[2] ?? 0);

const say = (word: string) => process.stdout.write(`${word}\n`);

function slowed(tools: WorkerTools): WorkerTools {
  let chunks = 0;
  return {
    ...tools,
    store: {
      ...tools.store,
      async commitChunk(...result) {
        const commit = await tools.store.commitChunk(...result);
        say(commit.kind);
        return commit;
      },
    },
    async scope(...asked) {
      const scope = await tools.scope(...asked);
      chunks += 1;
      if (chunks === FREEZES_AT) {
        say('freezing');
        // By itself and here, between reading and writing: inside a transaction it would keep everybody from the database.
        process.kill(process.pid, 'SIGSTOP');
      }
      await delay(CHUNK_DELAY_MS);
      return scope;
    },
  };
}

const installation = await openInstallation();
const redis = await openRedis(installation.config);
const { queues } = openQueues(redis);
const { store, clock, logger, config } = installation;
const acceptTools = {
  store,
  clock,
  logger,
  flow: createFlow(queues),
  chunkSize: config.chunkSize,
  mayIngest: async () => true,
};
const tools = composeWorker(installation, redis, queues, {
  accept: (access, events) => acceptDelivery(acceptTools, access, events),
  acceptPlanted: (access, events) => acceptPlanted(acceptTools, access, events),
});
await startWorker(slowed(tools), TIMING);
say('started');
