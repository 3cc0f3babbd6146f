import { join } from 'node:path';
import type { Accepted, Origin } from '../../jobs/accept.ts';
import type { CanaryTools } from '../../jobs/canary/run.ts';
import { createInboxPoller, type InboxTools } from '../../jobs/inbox.ts';
import { policyInForceOf } from '../../jobs/policy-in-force.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { WorkerTools } from '../../jobs/worker.ts';
import type { Access } from '../domain/access.ts';
import { readDelivery } from '../intake/delivery.ts';
import type { DeliveryEvent } from '../intake/delivery-event.ts';
import { makeFolder } from '../runtime/folder.ts';
import type { RedisAccess } from '../runtime/redis.ts';
import { composeRegister, readScreeningTables } from './compose-screening.ts';
import type { Installation } from './installation.ts';
import { intakeLimits } from './intake-limits.ts';

type AcceptDelivery = (access: Access, events: AsyncIterable<DeliveryEvent>, origin?: Origin) => Promise<Accepted>;

/** Where deliveries come in. */
export interface Doors {
  readonly accept: AcceptDelivery;
  /** For planted test persons only. */
  readonly acceptPlanted: AcceptDelivery;
}

function inboxTools({ config, clock }: Installation, accept: AcceptDelivery): InboxTools {
  const folder = join(config.dataFolder, 'inbox');
  try {
    makeFolder(folder);
  } catch {
    // A network mount that is gone keeps no worker from screening: every poll says so, and an alarm stands.
  }
  const limits = intakeLimits(config);
  return { folder, clock, accept, read: ({ bytes, sideFile }) => readDelivery(bytes, limits, sideFile) };
}

/** What plants test persons: their deliveries are read like everybody's. */
export function canaryTools({ config, store, clock }: Installation, acceptPlanted: AcceptDelivery): CanaryTools {
  const limits = intakeLimits(config);
  return { store, clock, acceptPlanted: (access, bytes) => acceptPlanted(access, readDelivery(bytes, limits)) };
}

/**
 * Reads the tables and puts a worker's parts together.
 * @throws ScreeningError TABLE_INVALID
 */
export function composeWorker(
  installation: Installation,
  redis: RedisAccess,
  queues: Queues,
  { accept, acceptPlanted }: Doors,
): WorkerTools {
  const { config, store, clock, logger } = installation;
  const tables = readScreeningTables();
  const register = composeRegister(installation, tables);
  return {
    logger,
    redis,
    queues,
    concurrency: config.concurrency,
    ...canaryTools(installation, acceptPlanted),
    pollInbox: createInboxPoller(inboxTools(installation, accept)),
    register,
    scope: register.scope,
    policyInForce: policyInForceOf(store, clock),
    policyInFiles: tables.policy.version,
  };
}
