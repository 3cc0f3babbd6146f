import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { type ErrorCode, ScreeningError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { MoveRefusal } from '../../domain/task.ts';
import type { TextParams } from '../../domain/text-code.ts';
import { errorSentence } from '../../texts/errors.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { FIELD_FAULT, PROBLEM_TEXTS, type ProblemCode } from '../../texts/web/problems.ts';

const STATUS_OF_PROBLEM: Readonly<Record<ProblemCode, number>> = {
  TOKEN_MISSING: 401,
  API_TOKEN_MISSING: 401,
  RATE_LIMITED: 429,
  SENDER_MISMATCH: 403,
  MEDIA_TYPE_UNSUPPORTED: 415,
  TOO_LARGE: 413,
  REQUEST_INVALID: 400,
  NOT_FOUND: 404,
  INTERNAL: 500,
};

/** Failures of the catalogue that a program can meet; any other is a fault on our side. */
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
  ROLE_FORBIDS: 403,
  TASK_UNKNOWN: 404,
  DATABASE_BUSY: 503,
};

/** How long a sender had better wait before it tries again what may pass by itself. */
const RETRY_AFTER_SECONDS = 30;

/** A refusal as RFC 9457 has it. `type` is a URN: there is no page to look it up on. */
interface Problem {
  readonly code: ErrorCode | ProblemCode | Uppercase<MoveRefusal>;
  readonly status: number;
  readonly detail: string;
  /** Every fault of a header, with the path of the field in wire words. */
  readonly faults?: readonly { readonly code: string; readonly field: string | null; readonly detail: string }[];
}

function sendProblem(reply: FastifyReply, { code, status, detail, faults }: Problem): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="screening"');
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

/** Moves that are refused for who asks, and for what the answer lacks; any other is for the state of the task. */
const STATUS_OF_REFUSAL: Readonly<Partial<Record<MoveRefusal, number>>> = {
  role_forbids: 403,
  conflicts_not_declared: 403,
  reason_required: 422,
  date_required: 422,
};

/** Refuses a move of a program as the rules of review do. */
export function refuseMove(reply: FastifyReply, refusal: MoveRefusal, language: Language): FastifyReply {
  const code = refusal.toUpperCase() as Uppercase<MoveRefusal>;
  const detail = MOVE_REFUSAL_SENTENCES[refusal][language];
  return sendProblem(reply, { code, status: STATUS_OF_REFUSAL[refusal] ?? 409, detail });
}

/** Refuses a request whose fields are not as described; names them, and repeats no value. */
export function refuseFields(reply: FastifyReply, fields: readonly string[], language: Language): FastifyReply {
  const faults = fields.map((field) => ({ code: 'INVALID_FIELD', field, detail: FIELD_FAULT[language] }));
  return sendProblem(reply, {
    code: 'REQUEST_INVALID',
    status: 400,
    detail: PROBLEM_TEXTS.REQUEST_INVALID[language],
    faults,
  });
}
