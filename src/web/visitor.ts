import type { FastifyRequest } from 'fastify';
import type { Access } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { Audience, Credentials } from './access.ts';
import { LANGUAGE_COOKIE, visitCookie } from './cookies.ts';
import { isVisitId, newVisitId, type Sessions } from './sessions.ts';
import type { WebTools } from './tools.ts';

/** Who asks, as far as the request says. */
export interface Visitor extends Credentials {
  /** The account for which a token of the API came along. */
  readonly caller: Account | null;
  /** Of the session, or of somebody who has none yet. */
  readonly visitId: string;
  /** The browser does not know the visit id yet. */
  readonly isNew: boolean;
  readonly language: Language;
  /** The language was asked for in the address, and is to be remembered. */
  readonly languageAsked: boolean;
}

/** What a route is: a page for people, a door for senders and watchers, one of the API, or Bull Board. */
export type RouteKind = 'page' | 'machine' | 'api' | 'board';

/** Routes where a program asks, which is answered with problem documents. */
export function isForPrograms(kind: RouteKind | undefined): boolean {
  return kind === 'machine' || kind === 'api';
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor;
  }
  interface FastifyContextConfig {
    /** Set for every route of the table; a route without is not to be reached. */
    audience?: Audience;
    kind?: RouteKind;
  }
}

/** One parameter of the query; empty when absent or given more than once. */
export function queryOf({ query }: FastifyRequest, name: string): string {
  const value = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' ? value : '';
}

function languageIn(text: string | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The bearer token of a request; null without one. */
export function bearerToken(authorization: string | undefined): string | null {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** Whether a browser says that it was sent here by a page of another site, so that it brings no cookie of a session. */
export function comesFromElsewhere({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'cross-site';
}

const LOOKING_UP: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'sign_in' };

/**
 * Whose session it is, as the account is now. When its roles are others than at sign-in, all its sessions end: what
 * was open on a screen may no longer be shown.
 */
async function signedIn({ store }: WebTools, sessions: Sessions, visitId: string): Promise<Account | null> {
  const session = sessions.find(visitId);
  if (session === null) return null;
  const account = await store.accountById(LOOKING_UP, session.accountId);
  if (account !== null && account.roles.join() === session.roles.join()) return account;
  sessions.closeAllOf(session.accountId);
  return null;
}

async function callerBehind({ store, clock }: WebTools, token: string): Promise<Account | null> {
  return (await store.callerByToken(LOOKING_UP, token, clock.now()))?.account ?? null;
}

/** Finds out who asks. A request with a token is a program's, whatever cookies it brings. */
export async function identify(tools: WebTools, sessions: Sessions, request: FastifyRequest): Promise<Visitor> {
  const { cookies, headers } = request;
  const asked = languageIn(queryOf(request, 'lang'));
  const cookie = cookies[visitCookie(tools)];
  const visitId = isVisitId(cookie) ? cookie : newVisitId();
  const token = bearerToken(headers.authorization);
  const isApi = request.routeOptions.config.kind === 'api';
  return {
    visitId,
    isNew: visitId !== cookie,
    language: asked ?? languageIn(cookies[LANGUAGE_COOKIE]) ?? tools.language,
    languageAsked: asked !== null,
    account: token === null ? await signedIn(tools, sessions, visitId) : null,
    sender: token === null ? null : tools.senders.senderOf(token),
    caller: isApi && token !== null ? await callerBehind(tools, token) : null,
  };
}
