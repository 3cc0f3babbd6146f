import { z } from 'zod';
import type { DeliveryHeader } from '../domain/delivery.ts';
import { asId, type DeliveryId } from '../domain/ids.ts';
import type { QuarantineReason } from '../domain/ledger.ts';
import { moment } from './field-types.ts';
import { reasonsOf } from './reasons.ts';

/** `levering`: the header in wire words; published in `schemas/delivery.schema.json` and, for XML, `delivery.xsd`. */
export const headerSchema = z.object({
  leveringId: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  afzender: z.string().regex(/^[A-Za-z0-9._-]{1,32}$/),
  volgnummer: z.int().min(1),
  aangemaakt: moment,
  aantal: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-fA-F]{64}$/),
});

/** A header, or every fault in it. */
export type ParsedHeader =
  | { readonly kind: 'header'; readonly header: DeliveryHeader }
  | { readonly kind: 'invalid'; readonly reasons: readonly QuarantineReason[] };

/** Checks a header in wire words. Keys that the schema does not name are ignored. */
export function parseHeader(value: unknown): ParsedHeader {
  const parsed = headerSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { kind: 'invalid', reasons: reasonsOf(parsed.error) };
  const wire = parsed.data;
  const header: DeliveryHeader = {
    deliveryId: asId<DeliveryId>(wire.leveringId),
    sender: wire.afzender,
    sequenceNumber: wire.volgnummer,
    createdAt: wire.aangemaakt,
    entryCount: wire.aantal,
    sha256: wire.sha256.toLowerCase(),
  };
  return { kind: 'header', header };
}
