import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../../domain/access.ts';
import type { DeliveryStatus } from '../../domain/delivery.ts';
import { asId, type DeliveryId, type DeliveryKey } from '../../domain/ids.ts';
import { iso, isoOrNull } from '../iso.ts';
import type { WebTools } from '../tools.ts';
import { refuse } from './problem.ts';

const FOLLOWING: Access = { actor: { kind: 'system', name: 'http' }, purpose: 'receive_delivery' };

/** The ledger of a delivery as its sender may read it; the names are those of `ingest --json`. */
export function ledgerOf(status: DeliveryStatus) {
  const { deliveryKey, deliveryId, sender, sequenceNumber, received, outcomes, code } = status;
  return {
    ...{ deliveryKey, deliveryId, sender, sequenceNumber, status: status.state, received },
    ...outcomes,
    code,
    receivedAt: iso(status.receivedAt),
    finalisedAt: isoOrNull(status.finalisedAt),
    settledAt: isoOrNull(status.settledAt),
  };
}

async function find({ store }: WebTools, sender: string, asked: string): Promise<DeliveryStatus | null> {
  const byKey = await store.deliveryStatus(FOLLOWING, asId<DeliveryKey>(asked));
  if (byKey?.sender === sender) return byKey;
  return store.findDelivery(FOLLOWING, sender, asId<DeliveryId>(asked));
}

/** `GET /deliveries/:deliveryKey` with a token: the ledger of a delivery of one's own, also by its `leveringId`. */
export async function showLedger(tools: WebTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { sender, language } = request.visitor;
  const { deliveryKey } = request.params as { readonly deliveryKey: string };
  const status = sender === null ? null : await find(tools, sender, deliveryKey);
  return status === null ? refuse(reply, 'NOT_FOUND', language) : reply.send(ledgerOf(status));
}
