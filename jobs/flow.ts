import type { JobsOptions } from 'bullmq';
import type { DeliveryRef } from '../src/domain/delivery.ts';
import type { ChunkId } from '../src/domain/ids.ts';
import type { Queues } from './queues.ts';

/** What follows what. Called after the transaction that makes it true; a call that is lost is made up by the sweep. */
export interface Flow {
  deliveryFinalised(delivery: DeliveryRef, chunkIds: readonly ChunkId[]): Promise<void>;
  chunkSplit(delivery: DeliveryRef, chunkIds: readonly ChunkId[]): Promise<void>;
  /** @param unscreened lines of the delivery that have no outcome yet */
  chunkScreened(delivery: DeliveryRef, unscreened: number): Promise<void>;
}

/**
 * Tries of the queue, not of the chunk: those are counted in the database and end in quarantine. These bridge a
 * database that is busy or a register that is being imported; the sweep begins anew after them.
 */
const JOB_OPTIONS: JobsOptions = {
  attempts: 12,
  backoff: { type: 'exponential', delay: 250, jitter: 0.5 },
  removeOnComplete: { count: 1000 },
  removeOnFail: { count: 1000 },
};

/**
 * Not a job id: one that has failed would keep the sweep from ever queueing the same chunk again, whereas this
 * deduplication ends with the job.
 */
function once(id: string): JobsOptions {
  return { ...JOB_OPTIONS, deduplication: { id } };
}

export function createFlow(queues: Queues): Flow {
  const screen = async (delivery: DeliveryRef, chunkIds: readonly ChunkId[]): Promise<void> => {
    const { deliveryKey, deliveryId } = delivery;
    await queues.screen.addBulk(
      chunkIds.map((chunkId) => ({
        name: `screen ${deliveryId}`,
        data: { deliveryKey, deliveryId, chunkId },
        opts: once(chunkId),
      })),
    );
  };
  const settle = async ({ deliveryKey, deliveryId }: DeliveryRef): Promise<void> => {
    await queues.settle.add(`settle ${deliveryId}`, { deliveryKey, deliveryId }, once(deliveryKey));
  };
  return {
    deliveryFinalised: (delivery, chunkIds) => (chunkIds.length === 0 ? settle(delivery) : screen(delivery, chunkIds)),
    chunkSplit: screen,
    chunkScreened: async (delivery, unscreened) => {
      if (unscreened === 0) await settle(delivery);
    },
  };
}
