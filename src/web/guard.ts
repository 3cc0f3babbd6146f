import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from './access.ts';
import { visitCookie } from './cookies.ts';
import { BOARD_POLICY, PAGE_POLICY } from './headers.ts';
import { refuse } from './machine/problem.ts';
import { askAgain, sendErrorPage, type WebState } from './respond.ts';
import { CALLBACK_PATH } from './sign-in/provider.ts';
import { comesFromElsewhere, identify } from './visitor.ts';

/** With or without a port; other names of this machine are not used by the demo. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/**
 * Without passwords, being on this computer is the only proof of who asks. A page elsewhere could point its own name at
 * loopback and so read ours as its own (DNS rebinding); the Host header gives that away. In operation pages are for
 * the one host that the provider knows; programs may use a name of their network's own.
 */
function isMisdirected({ tools }: WebState, { headers, routeOptions }: FastifyRequest): boolean {
  if (tools.demoAccounts !== null) return !LOOPBACK_HOST.test(headers.host ?? '');
  if (tools.signIn === null || routeOptions.config.kind === 'machine') return false;
  return headers.host !== new URL(tools.signIn.origin).host;
}

/** A browser that follows a link of another site, other than back from the provider: its session is not to be seen. */
function mustAskAgain({ tools }: WebState, request: FastifyRequest): boolean {
  const { config, url } = request.routeOptions;
  const isPage = request.method === 'GET' && config.kind !== 'machine' && url !== CALLBACK_PATH;
  return isPage && comesFromElsewhere(request) && request.cookies[visitCookie(tools)] === undefined;
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
    request.visitor = await identify(state.tools, state.sessions, request);
    if (request.is404) return;
    if (audience === undefined) return reply.callNotFound();
    if (mustAskAgain(state, request)) return askAgain(state, request, reply);
    const admission = admit(audience, request.visitor);
    if (admission !== 'admitted') return refuseEntry(state, request, reply, admission === 'forbidden');
  });
}
