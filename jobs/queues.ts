import type { Queue } from 'bullmq';
import type { DeliveryRef } from '../src/domain/delivery.ts';
import type { ChunkId, RegisterVersion } from '../src/domain/ids.ts';

/**
 * The contract of the queues: their names, and what a job may carry. Ids and nothing else (promise P5); whatever a
 * step needs to know it reads from the database.
 */
export const QUEUE_NAMES = { inbox: 'inbox', screen: 'screen', settle: 'settle', upkeep: 'upkeep' } as const;

/** Looks through the inbox folder. */
export type InboxJob = Record<string, never>;

/** Screens one chunk of a delivery. */
export interface ScreenJob extends DeliveryRef {
  readonly chunkId: ChunkId;
}

/** Closes the ledger of a delivery none of whose lines lacks an outcome. */
export type SettleJob = DeliveryRef;

/** Looks for what is unfinished, watches the alarms or erases what is due; the name of the job says which. */
export type UpkeepJob = Record<string, never>;

/** The queues, opened, for whoever adds jobs or looks at them. */
export interface Queues {
  readonly inbox: Queue<InboxJob>;
  readonly screen: Queue<ScreenJob>;
  readonly settle: Queue<SettleJob>;
  readonly upkeep: Queue<UpkeepJob>;
}

/** What a worker that lives says of its register index, for whoever watches. Kept beside the queues. */
export interface WorkerSign {
  /** Random, and another at every start. */
  readonly workerId: string;
  /** The version it screened its last chunk with; it catches up before the next. */
  readonly registerVersion: RegisterVersion;
  /** Subjects that it compares with. */
  readonly subjects: number;
}
