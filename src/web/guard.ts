import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from './access.ts';
import { BOARD_POLICY, PAGE_POLICY } from './headers.ts';
import { refuse } from './machine/problem.ts';
import { sendErrorPage, type WebState } from './respond.ts';
import { identify } from './visitor.ts';

/** With or without a port; other names of this machine are not used by the demo. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/**
 * Without passwords, being on this computer is the only proof of who asks. A page elsewhere could point its own name at
 * loopback and so read ours as its own (DNS rebinding); the Host header gives that away.
 */
function isMisdirected({ tools }: WebState, { headers }: FastifyRequest): boolean {
  return tools.demoAccounts !== null && !LOOPBACK_HOST.test(headers.host ?? '');
}

function refuseEntry(state: WebState, request: FastifyRequest, reply: FastifyReply, known: boolean) {
  const { kind } = request.routeOptions.config;
  if (kind === 'machine') return refuse(reply, 'TOKEN_MISSING', request.visitor.language);
  if (known) return sendErrorPage(state, request, reply, 'forbidden');
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
  return reply.redirect(`/sign-in${next}`, 303);
}

/**
 * Decides at the door: who asks, whether the route is theirs, and what the browser may do with the answer. A route that
 * says nothing of who may use it is not there.
 */
export function addGuard(app: FastifyInstance, state: WebState): void {
  app.addHook('onRequest', async (request, reply) => {
    const { audience, kind } = request.routeOptions.config;
    reply.header('cache-control', 'no-store');
    reply.header('content-security-policy', kind === 'board' ? BOARD_POLICY : PAGE_POLICY);
    if (isMisdirected(state, request)) return reply.code(421).send();
    request.visitor = identify(state.tools, state.sessions, request);
    if (request.is404) return;
    if (audience === undefined) return reply.callNotFound();
    const admission = admit(audience, request.visitor);
    if (admission !== 'admitted') return refuseEntry(state, request, reply, admission === 'forbidden');
  });
}
