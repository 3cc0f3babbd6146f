import { mkdirSync } from 'node:fs';
import { appendFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptDelivery } from '../../jobs/accept.ts';
import { createInboxPoller, type InboxPoller, type InboxTools, type Polled } from '../../jobs/inbox.ts';
import { intakeLimits } from '../../src/bin/intake-limits.ts';
import { readDelivery } from '../../src/intake/delivery.ts';
import { type Bench, openBench } from '../support/bench.ts';
import { TESTING } from '../support/own-installation.ts';

/** An inbox on a real folder before a real database; the only clock that matters is held by the test. */
export interface InboxBench {
  readonly bench: Bench;
  readonly folder: string;
  poll(): Promise<Polled>;
  /** Another worker's poller on the same folder and database. */
  newPoller(changes?: Partial<InboxTools>): InboxPoller;
  put(name: string, content: string | Uint8Array): Promise<void>;
  append(name: string, content: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** What lies in the folder. */
  names(): Promise<readonly string[]>;
  /** Every delivery with its state, as `D-1 screening`, the oldest first. */
  deliveries(): Promise<readonly string[]>;
  /** What a poller does with the lines of a file, and how it reads one, for tests that get in between. */
  readonly acceptAs: InboxTools['accept'];
  readonly readAs: InboxTools['read'];
  dispose(): Promise<void>;
}

export async function openInboxBench(): Promise<InboxBench> {
  const bench = await openBench();
  const { installation, acceptTools, clock } = bench;
  const folder = join(bench.dataFolder, 'inbox');
  mkdirSync(folder);
  const limits = intakeLimits(installation.config);
  // The folder's own clock is the real one, and only ages are told from it.
  clock.move(Date.now() - clock.now());
  const tools: InboxTools = {
    ...{ folder, clock },
    accept: (access, events, origin) => acceptDelivery(acceptTools, access, events, origin),
    read: ({ bytes, sideFile }) => readDelivery(bytes, limits, sideFile),
  };
  const newPoller = (changes: Partial<InboxTools> = {}): InboxPoller => createInboxPoller({ ...tools, ...changes });
  return {
    ...{ bench, folder, newPoller, acceptAs: tools.accept, readAs: tools.read },
    poll: newPoller(),
    put: (name, content) => writeFile(join(folder, name), content),
    append: (name, content) => appendFile(join(folder, name), content),
    rename: (from, to) => rename(join(folder, from), join(folder, to)),
    names: async () => (await readdir(folder)).sort(),
    async deliveries() {
      const statuses = await installation.store.listDeliveries(TESTING, { limit: 100 });
      return statuses.map(({ deliveryId, state }) => `${deliveryId} ${state}`).reverse();
    },
    dispose: () => bench.dispose(),
  };
}
