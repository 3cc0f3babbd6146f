import type { FastifyReply, FastifyRequest } from 'fastify';
import { ScreeningError } from '../domain/errors.ts';
import type { ProblemCode } from '../texts/web/problems.ts';
import { refuse, refuseWith } from './machine/problem.ts';
import type { PageError } from './pages/errors.ts';
import { sendErrorPage, type WebState } from './respond.ts';
import { bearerToken, isForPrograms } from './visitor.ts';

/** The status that the server itself gave a request it could not read; null for any other failure. */
function clientFault(error: unknown): number | null {
  const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

const PROBLEM_OF_STATUS: Readonly<Record<number, ProblemCode>> = { 413: 'TOO_LARGE', 415: 'MEDIA_TYPE_UNSUPPORTED' };

function pageErrorOf(error: unknown): PageError {
  if (error instanceof ScreeningError) {
    if (error.code === 'ROLE_FORBIDS') return 'forbidden';
    return error.retry === 'later' ? 'unavailable' : 'internal';
  }
  return clientFault(error) === null ? 'internal' : 'bad_request';
}

/** Answers a request that failed, in the manner of its route. What went wrong inside goes to the log alone. */
export function sendFailure(
  state: WebState,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const fault = clientFault(error);
  if (fault === null) state.tools.logger.failure('a request failed', error);
  if (!isForPrograms(request.routeOptions.config.kind)) return sendErrorPage(state, request, reply, pageErrorOf(error));
  const { language } = request.visitor;
  if (error instanceof ScreeningError) return refuseWith(reply, error, language);
  return refuse(reply, fault === null ? 'INTERNAL' : (PROBLEM_OF_STATUS[fault] ?? 'REQUEST_INVALID'), language);
}

/** Answers a request for what is not there; a program is told so in its own manner. */
export function sendNotFound(state: WebState, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isProgram = request.url.startsWith('/api/') || bearerToken(request.headers.authorization) !== null;
  if (isProgram) return refuse(reply, 'NOT_FOUND', request.visitor.language);
  return sendErrorPage(state, request, reply, 'not_found');
}
