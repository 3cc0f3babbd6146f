import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Admission, admit } from './access.ts';
import { visitCookie } from './cookies.ts';
import { FORM_TOKEN_FIELD } from './form-tokens.ts';
import { BOARD_POLICY, PAGE_POLICY } from './headers.ts';
import { refuse, refuseWith } from './machine/problem.ts';
import { SET_OUT_PATH } from './pages/provider-sign-in.ts';
import { sessionOverPage } from './pages/session-over.ts';
import { type Counted, createRateLimits } from './rate-limits.ts';
import { askAgain, sendAnswer, sendErrorPage, visitOf, type WebState } from './respond.ts';
import { CALLBACK_PATH } from './sign-in/provider.ts';
import { bearerToken, comesFromElsewhere, identify, isForPrograms } from './visitor.ts';

/** With or without a port; other names of this machine are not used by the demo. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/**
 * Without passwords, being on this computer is the only proof of who asks. A page elsewhere could point its own name at
 * loopback and so read ours as its own (DNS rebinding); the Host header gives that away. In operation pages are for
 * the one host that the provider knows; programs may use a name of their network's own.
 */
function isMisdirected({ tools }: WebState, { headers, routeOptions }: FastifyRequest): boolean {
  if (tools.demoAccounts !== null) return !LOOPBACK_HOST.test(headers.host ?? '');
  if (tools.signIn === null || isForPrograms(routeOptions.config.kind)) return false;
  return headers.host !== new URL(tools.signIn.origin).host;
}

/** A browser that follows a link of another site, other than back from the provider: its session is not to be seen. */
function mustAskAgain({ tools }: WebState, request: FastifyRequest): boolean {
  const { config, url } = request.routeOptions;
  const isPage = request.method === 'GET' && !isForPrograms(config.kind) && url !== CALLBACK_PATH;
  return isPage && comesFromElsewhere(request) && request.cookies[visitCookie(tools)] === undefined;
}

function refuseFlood(state: WebState, request: FastifyRequest, reply: FastifyReply, seconds: number) {
  reply.header('retry-after', String(seconds));
  if (isForPrograms(request.routeOptions.config.kind)) return refuse(reply, 'RATE_LIMITED', request.visitor.language);
  return sendErrorPage(state, request, reply, 'too_many');
}

function refuseEntry(state: WebState, request: FastifyRequest, reply: FastifyReply, known: boolean) {
  const { kind } = request.routeOptions.config;
  const { language } = request.visitor;
  if (kind === 'machine') {
    state.tools.logger.warn('a sender was turned away', { code: 'TOKEN_MISSING' });
    return refuse(reply, 'TOKEN_MISSING', language);
  }
  if (kind === 'api' && known) return refuseWith(reply, { code: 'ROLE_FORBIDS', params: {} }, language);
  if (kind === 'api') return refuse(reply, 'API_TOKEN_MISSING', language);
  if (known) return sendErrorPage(state, request, reply, 'forbidden');
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
  return reply.redirect(`/sign-in${next}`, 303);
}

/** Whether a form came from a page of ours, although the session in which that was shown may be gone with its token. */
function isOurForm({ formTokens }: WebState, { headers, visitor }: FastifyRequest, token: string): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || formTokens.isGenuine(visitor.visitId, token);
}

/** Turns away who sent a form without a session, and gives back what they typed. */
function refuseForm(state: WebState, request: FastifyRequest, reply: FastifyReply) {
  const visit = visitOf(state, request);
  const hasText = visit.field('reason').trim() !== '';
  if (!hasText || !isOurForm(state, request, visit.field(FORM_TOKEN_FIELD))) {
    return refuseEntry(state, request, reply, false);
  }
  return sendAnswer(state, request, reply, sessionOverPage(visit));
}

/** A session counts for pages alone, a token for programs alone: neither can be used to get at the other's. */
function admissionOf({ routeOptions, visitor }: FastifyRequest): Admission {
  const { audience, kind } = routeOptions.config;
  if (audience === undefined) return 'forbidden';
  return admit(audience, kind === 'api' ? { account: visitor.caller, sender: null } : visitor);
}

/** What a request is counted as; null when it may come as often as it likes. */
function countedAs({ tools }: WebState, request: FastifyRequest): Counted | null {
  const { kind, audience } = request.routeOptions.config;
  const { caller, sender } = request.visitor;
  const hasToken = bearerToken(request.headers.authorization) !== null;
  if (kind === 'api' && caller !== null) return 'call';
  if (hasToken && caller === null && sender === null && (kind === 'api' || audience === 'senders'))
    return 'wrong_token';
  // Whoever may use the demo is on this computer, where there is no password to guess and nobody to flood.
  if (tools.demoAccounts !== null) return null;
  const { method, routeOptions } = request;
  const signsIn =
    [SET_OUT_PATH, CALLBACK_PATH].includes(routeOptions.url ?? '') ||
    (method === 'POST' && routeOptions.url === '/sign-in');
  return signsIn ? 'sign_in' : null;
}

/**
 * Decides at the door: who asks, whether the route is theirs, and what the browser may do with the answer. A route that
 * says nothing of who may use it is not there.
 */
export function addGuard(app: FastifyInstance, state: WebState): void {
  const limits = createRateLimits(app);
  app.addHook('onRequest', async (request, reply) => {
    const { audience, kind } = request.routeOptions.config;
    reply.header('cache-control', 'no-store');
    reply.header('content-security-policy', kind === 'board' ? BOARD_POLICY : PAGE_POLICY);
    if (isMisdirected(state, request)) return reply.code(421).send();
    request.visitor = await identify(state.tools, state.sessions, request);
    if (request.is404) return;
    if (audience === undefined) return reply.callNotFound();
    const counted = countedAs(state, request);
    const wait = counted === null ? null : await limits.secondsToWait(counted, request);
    if (wait !== null) return refuseFlood(state, request, reply, wait);
    if (mustAskAgain(state, request)) return askAgain(state, request, reply);
    const admission = admissionOf(request);
    // A form is turned away when it has been read.
    if (admission === 'unknown' && kind === 'page' && request.method === 'POST') return;
    if (admission !== 'admitted') return refuseEntry(state, request, reply, admission === 'forbidden');
  });
  app.addHook('preHandler', async (request, reply) => {
    if (!request.is404 && admissionOf(request) !== 'admitted') return refuseForm(state, request, reply);
  });
}
