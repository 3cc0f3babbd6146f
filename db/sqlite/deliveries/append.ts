import { sql } from 'drizzle-orm';
import type { Entry } from '../../../src/domain/entry.ts';
import type { DeliveryKey, EpochMs } from '../../../src/domain/ids.ts';
import type { LineToStore } from '../../contract/deliveries.ts';
import { lines } from '../../schema/deliveries.ts';
import type { Engine, Queries } from '../engine.ts';
import { bytesHash, caseHash, entryHash } from '../hashes.ts';
import { placeOf } from '../payload.ts';
import { writeTombstone } from './tombstone.ts';

type LineRow = Omit<typeof lines.$inferSelect, 'keptUntil'>;

export const contentPlace = (deliveryKey: DeliveryKey, line: number): string =>
  placeOf('lines', [deliveryKey, line], 'content');

function prepareInsert(queries: Queries) {
  return queries
    .insert(lines)
    .values({
      deliveryKey: sql.placeholder('deliveryKey'),
      line: sql.placeholder('line'),
      messageId: sql.placeholder('messageId'),
      contentHash: sql.placeholder('contentHash'),
      caseHash: sql.placeholder('caseHash'),
      occurredAt: sql.placeholder('occurredAt'),
      tombstone: sql.placeholder('tombstone'),
      content: sql.placeholder('content'),
      outcome: sql.placeholder('outcome'),
      reason: sql.placeholder('reason'),
      quarantineReasons: sql.placeholder('quarantineReasons'),
      decidedAt: sql.placeholder('decidedAt'),
    })
    .prepare();
}

function rowOfEntry({ keyring }: Engine, deliveryKey: DeliveryKey, line: number, entry: Entry): LineRow {
  const retraction = entry.kind === 'retraction';
  const json = JSON.stringify(entry);
  return {
    ...{ deliveryKey, line, messageId: entry.messageId, occurredAt: entry.occurredAt },
    contentHash: entryHash(keyring, json),
    caseHash: caseHash(keyring, retraction ? entry.caseNumber : entry.case.caseNumber),
    tombstone: retraction ? writeTombstone(entry.factNumbers) : null,
    content: keyring.seal(json, contentPlace(deliveryKey, line)),
    ...{ outcome: null, reason: null, quarantineReasons: null, decidedAt: null },
  };
}

function rowOfLine(engine: Engine, deliveryKey: DeliveryKey, stored: LineToStore, at: EpochMs): LineRow {
  if (stored.kind === 'entry') return rowOfEntry(engine, deliveryKey, stored.line, stored.entry);
  const { line, messageId, reasons, bytes } = stored;
  return {
    ...{ deliveryKey, line, messageId, occurredAt: null },
    contentHash: bytesHash(engine.keyring, bytes),
    ...{ caseHash: null, tombstone: null, content: null },
    outcome: 'quarantined',
    reason: reasons[0]?.code ?? 'UNREADABLE',
    quarantineReasons: JSON.stringify(reasons),
    decidedAt: at,
  };
}

/** Adds rows to the ledger. Prepared once: a delivery has tens of thousands. */
export function lineAppender(engine: Engine) {
  const insert = prepareInsert(engine.queries);
  return (deliveryKey: DeliveryKey, stored: readonly LineToStore[], at: EpochMs): void => {
    for (const line of stored) insert.run({ ...rowOfLine(engine, deliveryKey, line, at) });
  };
}
