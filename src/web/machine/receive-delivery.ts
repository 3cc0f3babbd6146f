import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accepted } from '../../../jobs/accept.ts';
import type { Access } from '../../domain/access.ts';
import { CANARY_SENDER } from '../../domain/delivery.ts';
import type { Language } from '../../domain/language.ts';
import { readDelivery } from '../../intake/delivery.ts';
import type { DeliveryEvent } from '../../intake/delivery-event.ts';
import { UnreadableFile } from '../../intake/unreadable-file.ts';
import { quarantineText } from '../../texts/intake.ts';
import type { ProblemCode } from '../../texts/web/problems.ts';
import type { WebTools } from '../tools.ts';
import { ledgerOf } from './ledger.ts';
import { refuse, refuseWith } from './problem.ts';

const RECEIVING: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'receive_delivery' };

/** What a body may call itself. It is looked at all the same: format and compression are told from the bytes. */
export const DELIVERY_MEDIA_TYPES = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/xml',
  'text/xml',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
];

/** Causes of DELIVERY_UNREADABLE that HTTP has a status of its own for. */
const OVERSIZE = ['too_large', 'gzip_bomb'];

type Read = { readonly kind: 'read'; readonly accepted: Accepted } | { readonly kind: 'not_its_own' | 'reserved' };

/**
 * The bytes of a body, at the pace of the reader. Leaving early must not destroy the request, as iterating it directly
 * would: the answer could then not be sent. Gzip that unpacks to nothing is counted by the reader of deliveries only
 * after unpacking, so the bytes on the wire are counted here.
 */
async function* bodyBytes(body: Readable, mostBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > mostBytes) throw new UnreadableFile('too_large');
    yield chunk;
  }
}

/** Events with the first, which was looked at, in front again. */
async function* resumed(first: IteratorResult<DeliveryEvent>, rest: AsyncGenerator<DeliveryEvent>) {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Hands a delivery in, once its header is found to name the sender whose token came along. */
async function read(tools: WebTools, sender: string, body: Readable, sideFile: string | null): Promise<Read> {
  const events = readDelivery(bodyBytes(body, tools.limits.maxFileBytes), tools.limits, sideFile);
  const first = await events.next();
  if (first.done !== true && first.value.kind === 'header' && first.value.header.sender !== sender) {
    await events.return(undefined);
    return { kind: first.value.header.sender === CANARY_SENDER ? 'reserved' : 'not_its_own' };
  }
  return { kind: 'read', accepted: await tools.accept(RECEIVING, resumed(first, events), { sender }) };
}

/** Turns a delivery away at the door, before anything of it is stored; whoever sent it may not tell anybody. */
function turnAway(
  { logger }: WebTools,
  reply: FastifyReply,
  code: ProblemCode | 'SENDER_RESERVED',
  language: Language,
) {
  logger.warn('a delivery was turned away', { code });
  if (code === 'SENDER_RESERVED') return refuseWith(reply, { code, params: {} }, language);
  return refuse(reply, code, language);
}

async function answer(tools: WebTools, reply: FastifyReply, accepted: Accepted, language: Language) {
  if (accepted.kind === 'refused') {
    const { code, params, reasons } = accepted;
    if (OVERSIZE.includes(String(params['cause']))) return refuse(reply, 'TOO_LARGE', language);
    const faults = reasons.map((reason) => ({
      ...reason,
      detail: quarantineText(reason.code, reason.field, language),
    }));
    return refuseWith(reply, { code, params }, language, faults);
  }
  const { deliveryKey } = accepted.kind === 'accepted' ? accepted.delivery : accepted.status;
  const status = await tools.store.deliveryStatus(RECEIVING, deliveryKey);
  if (status === null) return refuse(reply, 'INTERNAL', language);
  reply.code(accepted.kind === 'accepted' ? 201 : 200).header('location', `/deliveries/${deliveryKey}`);
  return reply.send(ledgerOf(status));
}

/**
 * `POST /deliveries`: 201 when it is taken in, 200 when the same delivery was before, otherwise a problem and nothing
 * of it is kept. The body is read as fast as the database stores it.
 */
export async function receiveDelivery(
  tools: WebTools,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sender, language } = request.visitor;
  // A delivery that is refused or known is not read to its end; on a kept connection its rest would stand before the
  // next request, and keep the server from stopping.
  reply.header('connection', 'close');
  if (sender === null) return refuse(reply, 'TOKEN_MISSING', language);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > tools.limits.maxFileBytes) return turnAway(tools, reply, 'TOO_LARGE', language);
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  const checksum = request.headers['x-content-sha256'];
  const result = await read(tools, sender, body, typeof checksum === 'string' ? checksum : null);
  switch (result.kind) {
    case 'read':
      return answer(tools, reply, result.accepted, language);
    case 'reserved':
      return turnAway(tools, reply, 'SENDER_RESERVED', language);
    case 'not_its_own':
      return turnAway(tools, reply, 'SENDER_MISMATCH', language);
  }
}
