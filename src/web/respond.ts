import type { FastifyReply, FastifyRequest } from 'fastify';
import { webTexts } from '../texts/web.ts';
import { attemptCookie, clearVisitCookie, setAttemptCookie, setLanguageCookie, setVisitCookie } from './cookies.ts';
import type { FormTokens } from './form-tokens.ts';
import { html, render } from './html.ts';
import { layout } from './layout.ts';
import type { MachineTools } from './machine/figures.ts';
import { errorPage, type PageError } from './pages/errors.ts';
import { linksFor } from './routes.ts';
import type { Sessions } from './sessions.ts';
import type { SignInDoor } from './sign-in/door.ts';
import { CALLBACK_PATH } from './sign-in/provider.ts';
import type { Answer, Page, Visit } from './visit.ts';
import { comesFromElsewhere, queryOf } from './visitor.ts';

/** What one server keeps. */
export interface WebState {
  readonly tools: MachineTools;
  readonly sessions: Sessions;
  readonly formTokens: FormTokens;
  /** Null on the embedded default. */
  readonly door: SignInDoor | null;
}

function textIn(values: unknown, name: string): string {
  const value = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined;
  return typeof value === 'string' ? value : '';
}

function textsIn(values: unknown, name: string): readonly string[] {
  const value: unknown = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined;
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** The request as a page sees it. */
export function visitOf({ tools, formTokens, door }: WebState, request: FastifyRequest): Visit {
  const { account, language, visitId } = request.visitor;
  return {
    store: tools.store,
    taskCounts: tools.figures.taskCounts,
    now: tools.clock.now(),
    language,
    say: webTexts(language),
    account,
    links: linksFor(account),
    formToken: formTokens.tokenFor(visitId),
    policyInForce: tools.policyInForce,
    demoAccounts: tools.demoAccounts,
    door,
    attempt: request.cookies[attemptCookie(tools)] ?? '',
    url: request.url,
    param: (name) => textIn(request.params, name),
    query: (name) => queryOf(request, name),
    field: (name) => textIn(request.body, name),
    fields: (name) => textsIn(request.body, name),
  };
}

/** The address of the request without the language, which the link to the other language puts behind it again. */
function selfOf({ url }: FastifyRequest): string {
  const { pathname, searchParams } = new URL(url, 'http://own');
  searchParams.delete('lang');
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}

function sendPage(visit: Visit, request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const { title, main, status = 200, self = selfOf(request), refresh = null } = page;
  const text = render(layout(visit, { title, main, self, refresh }));
  return reply.code(status).type('text/html; charset=utf-8').send(text);
}

/** A page that only leads on, and by itself, as a link of ours would. */
function landing({ say }: Visit, title: string, to: string): Page {
  const main = html`<p class="utrecht-paragraph"><a class="utrecht-link" href="${to}">${say('landing.go')}</a></p>`;
  return { kind: 'page', title, main, self: '/', refresh: to };
}

/** Makes a response of what a page answers. */
export function sendAnswer(
  state: WebState,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): FastifyReply {
  const { visitor } = request;
  const { tools, sessions } = state;
  // A browser that comes from another site keeps its cookie to itself; a new one would end the session there is.
  if (visitor.isNew && !comesFromElsewhere(request)) setVisitCookie(tools, reply, visitor.visitId);
  if (visitor.languageAsked) setLanguageCookie(tools, reply, visitor.language);
  if (request.routeOptions.url === CALLBACK_PATH) setAttemptCookie(tools, reply, '');
  const visit = visitOf(state, request);
  switch (answer.kind) {
    case 'page':
      return sendPage(visit, request, reply, answer);
    case 'redirect':
      return reply.redirect(answer.to, 303);
    case 'set_out':
      setAttemptCookie(tools, reply, answer.attempt);
      return reply.redirect(answer.to, 303);
    case 'sign_in':
      sessions.close(visitor.visitId);
      setVisitCookie(tools, reply, sessions.open(answer.account));
      break;
    case 'sign_out':
      sessions.close(visitor.visitId);
      clearVisitCookie(tools, reply);
      break;
  }
  if (answer.landing === undefined) return reply.redirect(answer.to, 303);
  const nobody = { ...visit, account: null, links: [] };
  return sendPage(nobody, request, reply, landing(visit, answer.landing, answer.to));
}

/**
 * Has a browser that comes from another site ask again, as from a page of ours: the cookie of a session, which is for
 * our own site alone, does not come along with a link in an e-mail.
 */
export function askAgain(state: WebState, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const visit = visitOf(state, request);
  return sendPage(visit, request, reply, landing(visit, visit.say('landing.title'), request.url));
}

export function sendErrorPage(
  state: WebState,
  request: FastifyRequest,
  reply: FastifyReply,
  error: PageError,
): FastifyReply {
  return sendAnswer(state, request, reply, errorPage(visitOf(state, request), error));
}
