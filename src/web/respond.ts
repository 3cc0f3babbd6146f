import type { FastifyReply, FastifyRequest } from 'fastify';
import { webTexts } from '../texts/web.ts';
import type { FormTokens } from './form-tokens.ts';
import { render } from './html.ts';
import { layout } from './layout.ts';
import type { MachineTools } from './machine/figures.ts';
import { errorPage, type PageError } from './pages/errors.ts';
import { linksFor } from './routes.ts';
import type { Sessions } from './sessions.ts';
import type { Answer, Visit } from './visit.ts';
import { LANGUAGE_COOKIE, queryOf, visitCookie } from './visitor.ts';

/** What one server keeps. */
export interface WebState {
  readonly tools: MachineTools;
  readonly sessions: Sessions;
  readonly formTokens: FormTokens;
}

const YEAR_SECONDS = 365 * 86_400;

function textIn(values: unknown, name: string): string {
  const value = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** The request as a page sees it. */
export function visitOf({ tools, formTokens }: WebState, request: FastifyRequest): Visit {
  const { account, language, visitId } = request.visitor;
  return {
    store: tools.store,
    now: tools.clock.now(),
    language,
    say: webTexts(language),
    account,
    links: linksFor(account),
    formToken: formTokens.tokenFor(visitId),
    demoAccounts: tools.demoAccounts,
    param: (name) => textIn(request.params, name),
    query: (name) => queryOf(request, name),
    field: (name) => textIn(request.body, name),
  };
}

/** The address of the request without the language, which the link to the other language puts behind it again. */
function selfOf({ url }: FastifyRequest): string {
  const { pathname, searchParams } = new URL(url, 'http://own');
  searchParams.delete('lang');
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}

function setVisitCookie({ tools }: WebState, reply: FastifyReply, visitId: string): void {
  const secure = tools.demoAccounts === null;
  reply.setCookie(visitCookie(tools), visitId, { path: '/', httpOnly: true, sameSite: 'strict', secure });
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
  if (visitor.isNew) setVisitCookie(state, reply, visitor.visitId);
  if (visitor.languageAsked) {
    const secure = tools.demoAccounts === null;
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_SECONDS } as const;
    reply.setCookie(LANGUAGE_COOKIE, visitor.language, options);
  }
  switch (answer.kind) {
    case 'page': {
      const { title, main, status = 200, self = selfOf(request) } = answer;
      const text = render(layout(visitOf(state, request), { title, main, self }));
      return reply.code(status).type('text/html; charset=utf-8').send(text);
    }
    case 'redirect':
      return reply.redirect(answer.to, 303);
    case 'sign_in':
      sessions.close(visitor.visitId);
      setVisitCookie(state, reply, sessions.open(answer.account));
      return reply.redirect(answer.to, 303);
    case 'sign_out':
      sessions.close(visitor.visitId);
      reply.clearCookie(visitCookie(tools), { path: '/', secure: tools.demoAccounts === null });
      return reply.redirect(answer.to, 303);
  }
}

export function sendErrorPage(
  state: WebState,
  request: FastifyRequest,
  reply: FastifyReply,
  error: PageError,
): FastifyReply {
  return sendAnswer(state, request, reply, errorPage(visitOf(state, request), error));
}
