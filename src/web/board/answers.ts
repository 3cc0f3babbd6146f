import type { AfterHook } from '@bull-board/api/typings/app';
import { scrubJob, scrubScheduler } from './scrub.ts';

type Result = Awaited<ReturnType<AfterHook>>;
type Body = Readonly<Record<string, unknown>>;

function listIn(body: Body, name: string): readonly unknown[] {
  const value = body[name];
  return Array.isArray(value) ? value : [];
}

/** What is left of the answer of each address of the board. Those that hold nothing of a job stay as they are. */
const SCRUBBED: Readonly<Record<string, (body: Body) => Body | readonly unknown[]>> = {
  '/api/queues': (body) => ({
    queues: listIn(body, 'queues').map((queue) => ({
      ...(queue as Body),
      jobs: listIn(queue as Body, 'jobs').map(scrubJob),
    })),
  }),
  '/api/queues/:queueName/:jobId': (body) => ({ job: scrubJob(body['job']), status: body['status'] }),
  '/api/queues/:queueName/:jobId/logs': () => [],
  '/api/queues/:queueName/:jobId/flow': () => ({ nodeId: '', isFlowNode: false, flowRoot: null }),
  '/api/job-schedulers': (body) => ({ schedulers: listIn(body, 'schedulers').map(scrubScheduler) }),
  '/api/queues/:queueName/metrics': (body) => body,
  '/api/queues/:queueName/rate-limit': (body) => body,
  '/api/queues/:queueName/workers': (body) => ({ workers: listIn(body, 'workers').map(scrubWorker) }),
  '/api/queues/:queueName/job-data-schema': () => ({}),
  '/api/queues/:queueName/default-job-options': () => ({}),
};

/** Workers are counted; where they run is the business of Redis. */
function scrubWorker(worker: unknown): Body {
  const { id, age } = worker as Body;
  return { id: String(id), name: null, addr: '', age: Number(age) };
}

/**
 * Takes away from an answer of the board what could be personal. An address that is not in the table, as a newer
 * version may bring one, is not answered; of an error only its key is.
 */
export function scrubAnswer(route: string, result: Result): Result {
  const scrub = SCRUBBED[route];
  if ((result.status ?? 200) >= 400) {
    const { error } = result.body as Body;
    return { ...result, body: { error } as unknown as Result['body'] };
  }
  if (scrub === undefined) return { status: 404, body: {} };
  return { ...result, body: scrub(result.body as Body) as Result['body'] };
}
