import { type Accepted, type AcceptTools, acceptDelivery } from '../../jobs/accept.ts';
import type { ImportedRegister } from '../../jobs/import-register.ts';
import type { RegisterHolder } from '../../jobs/register-index.ts';
import { type ScreenedChunk, type ScreeningTools, screenChunk } from '../../jobs/screen/screen-chunk.ts';
import { composeRegister, readScreeningTables } from '../../src/bin/compose-screening.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import { asEpochMs, type ChunkId, type EpochMs } from '../../src/domain/ids.ts';
import { relevanceOf } from '../../src/relevance/relevance.ts';
import {
  eventsOf,
  importText,
  type OwnInstallation,
  openOwnInstallation,
  type RegisterMode,
  TESTING,
  tasksOf,
} from './own-installation.ts';

/** Friday noon in the Netherlands, after everything that `small-world` makes up. */
const NOON = Date.UTC(2026, 10, 20, 11);

const TABLES = readScreeningTables();

/** A clock that stands still until it is moved. */
export interface HeldClock {
  now(): EpochMs;
  move(byMs: number): void;
}

/** An installation in one process, where chunks are screened by asking for it: no queue, no Redis. */
export interface Bench extends OwnInstallation {
  readonly clock: HeldClock;
  readonly register: RegisterHolder;
  readonly acceptTools: AcceptTools;
  readonly tools: ScreeningTools;
  importRegister(text: string, mode?: RegisterMode, confirmed?: boolean): Promise<ImportedRegister>;
  deliver(text: string): Promise<Accepted>;
  /** The chunks that are not screened yet, oldest delivery first. */
  chunks(): Promise<readonly ChunkId[]>;
  /** Screens every chunk there is, and the chunks that they are split into. */
  screenAll(tools?: ScreeningTools): Promise<readonly ScreenedChunk[]>;
  /** Of the delivery that came last. */
  status(): Promise<DeliveryStatus>;
  tasks(): ReturnType<typeof tasksOf>;
}

function heldClock(): HeldClock {
  let now = NOON;
  return {
    now: () => asEpochMs(now),
    move(byMs) {
      now += byMs;
    },
  };
}

/** @param chunkSize lines per chunk */
export async function openBench(chunkSize = 200): Promise<Bench> {
  const own = await openOwnInstallation();
  const clock = heldClock();
  const installation = { ...own.installation, clock };
  const { store, logger } = installation;
  const register = composeRegister(installation, TABLES);
  const nothing = async (): Promise<void> => {};
  const flow = { deliveryFinalised: nothing, chunkSplit: nothing, chunkScreened: nothing };
  const acceptTools: AcceptTools = { store, clock, logger, flow, chunkSize, mayIngest: async () => true };
  const tools: ScreeningTools = {
    ...{ store, clock },
    scope: register.scope,
    relevance: relevanceOf(TABLES.policy),
  };
  const chunks = async () => (await store.listUnfinished(TESTING)).chunks.map(({ chunkId }) => chunkId);
  return {
    ...own,
    ...{ installation, clock, register, acceptTools, tools, chunks },
    importRegister: (text, mode, confirmed) => importText(installation, text, mode, confirmed),
    deliver: (text) => acceptDelivery(acceptTools, TESTING, eventsOf(installation, text)),
    async screenAll(with_ = tools) {
      const screened: ScreenedChunk[] = [];
      for (let left = await chunks(); left.length > 0; left = await chunks()) {
        for (const chunkId of left) screened.push(await screenChunk(with_, chunkId));
      }
      return screened;
    },
    async status() {
      const [newest] = await store.listDeliveries(TESTING, { limit: 1 });
      if (newest === undefined) throw new Error('no delivery was opened');
      return newest;
    },
    tasks: () => tasksOf(installation),
  };
}
