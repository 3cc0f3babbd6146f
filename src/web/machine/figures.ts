import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gauge } from 'prom-client';
import type { TaskCounts } from '../../../db/contract/tasks.ts';
import type { Access } from '../../domain/access.ts';
import type { EpochMs } from '../../domain/ids.ts';
import type { WebTools } from '../tools.ts';
import { within } from './within.ts';

const WATCHING: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'operate' };
const PATIENCE_MS = 2_000;
/** Counting walks every line of every delivery, and anybody may ask: so it is done at most this often. */
const FRESH_MS = 5_000;
const HTTP_BUCKETS_SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** The figures of `/metrics`. All are counts, ages and versions; labels are codes, queues and routes. */
export interface WebFigures {
  /** The text that Prometheus reads; what cannot be asked at the moment is left out. */
  expose(): Promise<string>;
  /** @param route the pattern of the route, never the address, which may hold an id */
  countRequest(method: string, route: string, status: number, seconds: number): void;
  /** How much work there is, a few seconds old at most: for a page that many look at all day. */
  taskCounts(): Promise<TaskCounts>;
}

/** What the doors for programs work with. */
export interface MachineTools extends WebTools {
  readonly figures: WebFigures;
}

function fill<Label extends string>(gauge: Gauge<Label>, label: Label, values: object): void {
  gauge.reset();
  for (const [name, value] of Object.entries(values)) {
    gauge.set({ [label]: name } as Readonly<Record<Label, string>>, Number(value));
  }
}

function storeFigures({ metrics, store, clock }: WebTools): () => Promise<void> {
  const entries = metrics.gauge('entries', 'Lines of accepted deliveries by outcome', ['outcome']);
  const age = metrics.gauge(
    'oldest_unscreened_entry_seconds',
    'Age of the oldest entry without an outcome; 0 if none',
    [],
  );
  const alarms = metrics.gauge('open_alarms', 'Alarms that are not cleared, by code', ['code']);
  const version = metrics.gauge('register_version', 'Version of the register in the database', []);
  return async () => {
    const figures = await store.readFigures(WATCHING);
    fill(entries, 'outcome', { ...figures.outcomes, unscreened: figures.unscreened });
    fill(alarms, 'code', figures.openAlarms);
    age.set(figures.oldestUnscreenedAt === null ? 0 : (clock.now() - figures.oldestUnscreenedAt) / 1000);
    version.set(await store.registerVersion(WATCHING));
  };
}

/** What the queues have in common, whatever their jobs carry. */
interface CountedQueue {
  readonly name: string;
  getJobCounts(): Promise<Readonly<Record<string, number>>>;
  getWorkersCount(): Promise<number>;
}

function workFigures({ metrics, store, clock }: WebTools): () => Promise<void> {
  const tasks = metrics.gauge('tasks', 'Review tasks by state', ['state']);
  const overdue = metrics.gauge('overdue_tasks', 'Tasks that are not closed and whose day has passed', []);
  return async () => {
    fill(tasks, 'state', (await store.countTasks(WATCHING)).byState);
    overdue.set((await store.readStatistics(WATCHING, 1, clock.now())).overdue?.all ?? 0);
  };
}

/** Asks again at most every `FRESH_MS`; those who come in between get the same answer. */
function remembering<T>({ clock }: WebTools, ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly at: EpochMs; readonly answer: Promise<T> } | null = null;
  return () => {
    if (known === null || clock.now() - known.at >= FRESH_MS) known = { at: clock.now(), answer: ask() };
    const { answer } = known;
    answer.catch(() => {
      if (known?.answer === answer) known = null;
    });
    return answer;
  };
}

function queueFigures({ metrics, queues }: WebTools): () => Promise<void> {
  const counted: readonly CountedQueue[] = Object.values(queues);
  const jobs = metrics.gauge('queue_jobs', 'Jobs by queue and state', ['queue', 'state']);
  const workers = metrics.gauge('queue_workers', 'Workers connected, by queue', ['queue']);
  return async () => {
    jobs.reset();
    workers.reset();
    for (const queue of counted) {
      const counts = await queue.getJobCounts();
      for (const [state, count] of Object.entries(counts)) jobs.set({ queue: queue.name, state }, count);
      workers.set({ queue: queue.name }, await queue.getWorkersCount());
    }
  };
}

function indexFigures({ metrics, workerSigns }: WebTools): () => Promise<void> {
  const size = metrics.gauge('register_index_subjects', 'Subjects in the register index, by worker', ['worker']);
  const version = metrics.gauge('register_index_version', 'Register version of the index, by worker', ['worker']);
  return async () => {
    for (const gauge of [size, version]) gauge.reset();
    for (const { workerId, subjects, registerVersion } of await workerSigns()) {
      size.set({ worker: workerId }, subjects);
      version.set({ worker: workerId }, registerVersion);
    }
  };
}

export function createFigures(tools: WebTools): WebFigures {
  const { metrics, clock, logger } = tools;
  const requests = metrics.durations(
    'http_request_seconds',
    'Time to answer a request',
    ['method', 'route', 'status'],
    HTTP_BUCKETS_SECONDS,
  );
  const [fromStore, fromWork] = [storeFigures(tools), workFigures(tools)];
  const [fromQueues, fromIndex] = [queueFigures(tools), indexFigures(tools)];
  let askedAt: EpochMs | null = null;
  const refresh = async (): Promise<void> => {
    if (askedAt !== null && clock.now() - askedAt < FRESH_MS) return;
    askedAt = clock.now();
    await Promise.all([fromStore(), fromWork()]).catch((error: unknown) =>
      logger.failure('figures of the database are missing', error),
    );
    await within(PATIENCE_MS, Promise.all([fromQueues(), fromIndex()])).catch((error: unknown) =>
      logger.failure('figures of the queues are missing', error),
    );
  };
  return {
    taskCounts: remembering(tools, () => tools.store.countTasks(WATCHING)),
    async expose() {
      await refresh();
      return metrics.expose();
    },
    countRequest(method, route, status, seconds) {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
  };
}

/** `GET /metrics`, for whoever scrapes: counts and ages, nothing of a person, so no sign-in. */
export async function showMetrics({ figures }: MachineTools, _request: FastifyRequest, reply: FastifyReply) {
  return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await figures.expose());
}
