import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../../domain/access.ts';
import type { WebTools } from '../tools.ts';
import { within } from './within.ts';

const WATCHING: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'operate' };
/** Whoever asks whether we are ready asks again soon, and must not wait for a Redis that is gone. */
const PATIENCE_MS = 2_000;

async function succeeds(question: Promise<boolean>): Promise<boolean> {
  try {
    return await within(PATIENCE_MS, question);
  } catch {
    return false;
  }
}

/** `GET /healthz`: the process lives. Whatever it needs may be down: restarting it would not help that. */
export async function showHealth(_tools: WebTools, _request: FastifyRequest, reply: FastifyReply) {
  return reply.send({ status: 'alive' });
}

/** `GET /readyz`: 200 when deliveries can be taken in and are screened, else 503, with what is lacking. */
export async function showReadiness({ store, queues }: WebTools, _request: FastifyRequest, reply: FastifyReply) {
  const workers = queues.screen.getWorkersCount();
  const [database, redis, worker] = await Promise.all([
    succeeds(store.registerVersion(WATCHING).then(() => true)),
    succeeds(workers.then(() => true)),
    succeeds(workers.then((count) => count > 0)),
  ]);
  const ready = database && redis && worker;
  return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', database, redis, worker });
}
