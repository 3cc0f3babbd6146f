import { setTimeout as delay } from 'node:timers/promises';
import type { Accepted } from '../../jobs/accept.ts';
import { openScreening, type ScreeningSystem } from '../../src/bin/screening-system.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import {
  eventsOf,
  importText,
  type OwnInstallation,
  openOwnInstallation,
  type RegisterMode,
  TESTING,
  tasksOf,
} from './own-installation.ts';

/** A test that waits for what never comes must fail rather than keep jest from ending. */
const PATIENCE_MS = 50_000;

/** An installation of a test's own with its Redis and queues. */
export interface World extends Omit<OwnInstallation, 'dispose'> {
  readonly system: ScreeningSystem;
  importRegister(text: string, mode?: RegisterMode): Promise<void>;
  deliver(text: string): Promise<Accepted>;
  /** Polls until `holds` says so of the newest delivery statuses, newest first. */
  waitFor(holds: (statuses: readonly DeliveryStatus[]) => boolean): Promise<readonly DeliveryStatus[]>;
  tasks(): ReturnType<typeof tasksOf>;
  close(): Promise<void>;
}

export async function startWorld(variables: Readonly<Record<string, string>> = {}): Promise<World> {
  const own = await openOwnInstallation(variables);
  const { installation } = own;
  const system = await openScreening(installation);
  return {
    ...own,
    system,
    async importRegister(text, mode) {
      await importText(installation, text, mode);
    },
    deliver: (text) => system.accept(TESTING, eventsOf(installation, text)),
    async waitFor(holds) {
      const deadlineMs = performance.now() + PATIENCE_MS;
      while (performance.now() < deadlineMs) {
        const statuses = await installation.store.listDeliveries(TESTING, { limit: 100 });
        if (holds(statuses)) return statuses;
        await delay(5);
      }
      throw new Error(`what a test waited for did not come within ${PATIENCE_MS} ms`);
    },
    tasks: () => tasksOf(installation),
    async close() {
      await system.close();
      await own.dispose();
    },
  };
}

export function screenedOf({ outcomes }: DeliveryStatus): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}
