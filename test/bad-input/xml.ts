import { createHash } from 'node:crypto';
import { xmlDelivery } from '../../fixtures/wire/delivery-files.ts';
import { message, type Wire } from '../intake/wire.ts';

const HEADER = { leveringId: 'JDS-2026-000123', afzender: 'JDS', volgnummer: 123 };

/** A delivery in XML of messages, under any name. */
export function levering(messages: readonly object[], changes: Partial<typeof HEADER> = {}): string {
  return xmlDelivery({ ...HEADER, ...changes, aangemaakt: '2026-11-20T03:00:00+01:00' }, messages).xml;
}

export const bericht = (berichtId: string): Wire => message({ berichtId });

export function checksumOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
