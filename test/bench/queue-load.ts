import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { Store } from '../../db/store.ts';
import { webTools } from '../../src/bin/serve.ts';
import type { Access } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { asId, type PersonnelNumber } from '../../src/domain/ids.ts';
import { createServer } from '../../src/web/server.ts';
import { TESTING } from '../support/own-installation.ts';
import { startWorld } from '../support/world.ts';
import { fillWithTasks } from './many-tasks.ts';
import type { Load, Measured } from './queue-load-clients.ts';

/**
 * `node test/bench/queue-load.ts [tasks] [seconds]`: an embedded installation full of tasks, and 20 reviewers at once
 * over loopback from a thread of their own. Each asks in turn for a trivial page of the same server (the start page),
 * the first page of the queue, a deep one, and a task. Says the time within which 99 % came, and each as a multiple of
 * the trivial page; then what the Store takes for a first and for a deep page. Ends by itself.
 */
const REVIEWERS = 20;
/** Far less than anybody reads. */
const READING_MS = 100;
const MOST_LOOKS = 20;

const [tasks = 100_000, seconds = 30] = process.argv.slice(2).map(Number);
const accounts = Array.from({ length: REVIEWERS }, (_, number) => `bench${number + 1}`);

function reviewer(name: string): Omit<Account, 'accountId'> {
  const personnelNumber = asId<PersonnelNumber>(`bench-${name}`);
  return { name, roles: ['reviewer'], unit: 'Benchmark', personnelNumber, declaredConflicts: [] };
}

async function accessOf(store: Store, name: string): Promise<Access> {
  const account = await store.accountByName(TESTING, name);
  if (account === null) throw new Error('an account is missing');
  return { actor: { kind: 'account', accountId: account.accountId }, purpose: 'review_task' };
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;
}

function report(measured: Measured): void {
  const p99Of = (name: string): number => quantile(measured[name] ?? [], 0.99);
  const trivial = p99Of('trivial');
  for (const [name, times] of Object.entries(measured)) {
    const [p50, p99] = [quantile(times, 0.5), p99Of(name)];
    const line = `${name.padEnd(12)} ${times.length} asked, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
    process.stdout.write(`${line}, ${(p99 / trivial).toFixed(2)} x the trivial page\n`);
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let look = 0; look < MOST_LOOKS; look++) {
    const begunMs = performance.now();
    await work();
    times.push(performance.now() - begunMs);
  }
  return quantile(times, 0.5);
}

const world = await startWorld();
const { store, clock } = world.installation;
const begunMs = performance.now();
await store.addAccounts(TESTING, accounts.map(reviewer));
await fillWithTasks(store, tasks, clock.now());
process.stdout.write(`${tasks} tasks made in ${((performance.now() - begunMs) / 1000).toFixed(0)} s\n`);

const senior = await accessOf(store, 'senior');
// Tasks that rate lowest come last, so that the first of them lies three quarters down the queue.
const [deepest] = (await store.listTasks(senior, { ratings: ['none'], limit: 1 }, clock.now())).tasks;
const some = (await store.listTasks(senior, { limit: 200 }, clock.now())).tasks;
const cursor = deepest?.taskId ?? '';
const anyone = await accessOf(store, accounts[0] ?? '');
const first = await timeOf(() => store.listTasks(anyone, { limit: 25 }, clock.now()));
const deep = await timeOf(() => store.listTasks(anyone, { limit: 25, cursor }, clock.now()));
const figures = await timeOf(() => store.readStatistics(senior, 91, clock.now()));
const counts = await timeOf(() => store.countTasks(TESTING));
process.stdout.write(
  `Store, median: page 1 ${first.toFixed(2)} ms, deep page ${deep.toFixed(2)} ms (${(deep / first).toFixed(2)} x), counts ${counts.toFixed(1)} ms, statistics of a quarter ${figures.toFixed(0)} ms\n`,
);

const tools = webTools(world.installation, world.system);
const server = createServer({ ...tools, demoAccounts: accounts.map(reviewer) });
const url = await server.listen({ host: '127.0.0.1', port: 0 });
const load: Load = {
  ...{ url, accounts, durationMs: seconds * 1000, readingMs: READING_MS },
  pages: {
    trivial: ['/'],
    queue: ['/queue'],
    'queue, deep': [`/queue?after=${cursor}`],
    task: some.map(({ taskId }) => `/tasks/${taskId}`),
  },
};
const clients = new Worker(new URL('queue-load-clients.ts', import.meta.url), { workerData: load });
const [measured] = (await once(clients, 'message')) as [Measured];
report(measured);
await server.close();
await world.close();
