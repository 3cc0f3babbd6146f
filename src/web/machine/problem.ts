import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { type ErrorCode, ScreeningError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { TextParams } from '../../domain/text-code.ts';
import { errorSentence } from '../../texts/errors.ts';
import { PROBLEM_TEXTS, type ProblemCode } from '../../texts/web/problems.ts';

const STATUS_OF_PROBLEM: Readonly<Record<ProblemCode, number>> = {
  TOKEN_MISSING: 401,
  SENDER_MISMATCH: 403,
  MEDIA_TYPE_UNSUPPORTED: 415,
  TOO_LARGE: 413,
  REQUEST_INVALID: 400,
  NOT_FOUND: 404,
  INTERNAL: 500,
};

/** Failures of the catalogue that a sender can meet; any other is a fault on our side. */
const STATUS_OF_ERROR: Readonly<Partial<Record<ErrorCode, number>>> = {
  HEADER_INVALID: 422,
  CHECKSUM_MISMATCH: 422,
  COUNT_MISMATCH: 422,
  DELIVERY_UNREADABLE: 422,
  DELIVERY_INTERRUPTED: 400,
  DELIVERY_CONFLICT: 409,
  DELIVERY_IN_PROGRESS: 409,
  SENDER_RESERVED: 403,
  FEED_MODE_REFUSED: 403,
  DATABASE_BUSY: 503,
};

/** How long a sender had better wait before it tries again what may pass by itself. */
const RETRY_AFTER_SECONDS = 30;

/** A refusal as RFC 9457 has it. `type` is a URN: there is no page to look it up on. */
interface Problem {
  readonly code: ErrorCode | ProblemCode;
  readonly status: number;
  readonly detail: string;
  /** Every fault of a header, with the path of the field in wire words. */
  readonly faults?: readonly { readonly code: string; readonly field: string | null; readonly detail: string }[];
}

function sendProblem(reply: FastifyReply, { code, status, detail, faults }: Problem): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="deliveries"');
  const type = `urn:screening:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  const body = { type, title: STATUS_CODES[status], status, detail, code, ...(faults !== undefined && { faults }) };
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}

/** Refuses a request of a machine. */
export function refuse(reply: FastifyReply, code: ProblemCode, language: Language): FastifyReply {
  const detail = PROBLEM_TEXTS[code][language];
  return sendProblem(reply, { code, status: STATUS_OF_PROBLEM[code], detail });
}

/** Refuses a request of a machine with a failure of the catalogue. */
export function refuseWith(
  reply: FastifyReply,
  failure: { readonly code: ErrorCode; readonly params: TextParams },
  language: Language,
  faults: readonly { readonly code: string; readonly field: string | null; readonly detail: string }[] = [],
): FastifyReply {
  const { code } = failure;
  const error = new ScreeningError(code);
  const status = STATUS_OF_ERROR[code];
  if (status === undefined) return refuse(reply, 'INTERNAL', language);
  if (error.retry === 'later') reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  const detail = errorSentence(failure, language);
  return sendProblem(reply, { code, status, detail, ...(faults.length > 0 && { faults }) });
}
