import type { FastifyReply } from 'fastify';
import type { Language } from '../domain/language.ts';
import { ATTEMPT_MS } from './sign-in/attempt.ts';
import type { WebTools } from './tools.ts';

type Demo = Pick<WebTools, 'demoAccounts'>;

const YEAR_SECONDS = 365 * 86_400;

/** Only the demo, which is on this computer alone, has no HTTPS. */
const isSecure = ({ demoAccounts }: Demo): boolean => demoAccounts === null;

/** `__Host-` makes a browser refuse the cookie without HTTPS or from another host. */
const nameOf = (tools: Demo, name: string): string => (isSecure(tools) ? `__Host-${name}` : name);

export const LANGUAGE_COOKIE = 'language';

/** Holds the id of a visit, signed in or not. */
export function visitCookie(tools: Demo): string {
  return nameOf(tools, 'visit');
}

/** Holds what a browser that set out for the provider must bring back. */
export function attemptCookie(tools: Demo): string {
  return nameOf(tools, 'sign-in');
}

/** For our own site alone: a browser that comes from another site does not bring it along. */
export function setVisitCookie(tools: Demo, reply: FastifyReply, visitId: string): void {
  reply.setCookie(visitCookie(tools), visitId, {
    ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(tools) },
  });
}

export function clearVisitCookie(tools: Demo, reply: FastifyReply): void {
  reply.clearCookie(visitCookie(tools), { path: '/', secure: isSecure(tools) });
}

/**
 * The one cookie that comes along when the provider's site sends the browser back; it signs nobody in. Empty: to be
 * forgotten, since an attempt is used once.
 */
export function setAttemptCookie(tools: Demo, reply: FastifyReply, attempt: string): void {
  const maxAge = attempt === '' ? 0 : ATTEMPT_MS / 1000;
  reply.setCookie(attemptCookie(tools), attempt, {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(tools), maxAge },
  });
}

export function setLanguageCookie(tools: Demo, reply: FastifyReply, language: Language): void {
  reply.setCookie(LANGUAGE_COOKIE, language, {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(tools), maxAge: YEAR_SECONDS },
  });
}
