import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { DeliveryState, Outcome } from '../../src/domain/delivery.ts';
import type { ChunkId, DeliveryId, DeliveryKey, EpochMs, MessageId, RegisterVersion } from '../../src/domain/ids.ts';
import type { ReasonCode } from '../../src/domain/ledger.ts';
import { epochMs, sealed } from './columns.ts';

export const deliveries = sqliteTable(
  'deliveries',
  {
    deliveryKey: text().$type<DeliveryKey>().primaryKey(),
    sender: text().notNull(),
    deliveryId: text().$type<DeliveryId>().notNull(),
    sequenceNumber: integer().notNull(),
    createdAt: epochMs().notNull(),
    entryCount: integer().notNull(),
    sha256: text().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    code: text(),
    /** The register version of the finalisation; an index that screens the delivery is at least this new. */
    registerVersion: integer().$type<RegisterVersion>(),
    receivedAt: epochMs().notNull(),
    lastHeardAt: epochMs().notNull(),
    finalisedAt: epochMs(),
    settledAt: epochMs(),
    /** JSON of how many of its lines ended how and were deleted since, their term being over; null while none were. */
    expired: text(),
  },
  (table) => [unique('deliveries_sender_id').on(table.sender, table.deliveryId)],
);

/**
 * The ledger: one row for each line of a delivery. Of a line with an outcome only this row remains, without `content`;
 * what the case needs has moved to the case (promise P4).
 */
export const lines = sqliteTable(
  'lines',
  {
    deliveryKey: text()
      .$type<DeliveryKey>()
      .notNull()
      .references(() => deliveries.deliveryKey),
    line: integer().notNull(),
    messageId: text().$type<MessageId>(),
    /** Keyed hash of the entry, or of the bytes of a line that could not be read as one. */
    contentHash: text().notNull(),
    /** Keyed hash of the parketnummer; null for a line that could not be read. */
    caseHash: text(),
    occurredAt: integer().$type<EpochMs>(),
    /** A retraction: the JSON of the fact numbers it names, or `case` for all of it. Null for everything else. */
    tombstone: text(),
    /** The `Entry`, until it has an outcome; longer only under a basis that allows it. */
    content: sealed(),
    /** Null until screened. */
    outcome: text().$type<Outcome>(),
    reason: text().$type<ReasonCode>(),
    /** JSON of every `QuarantineReason` of a quarantined line. */
    quarantineReasons: text(),
    decidedAt: epochMs(),
    /** Of a cleared line whose content a basis lets be kept: until when. Null for every other line. */
    keptUntil: epochMs(),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryKey, table.line] }),
    index('lines_outcome').on(table.deliveryKey, table.outcome),
    index('lines_message').on(table.messageId),
    index('lines_case').on(table.caseHash).where(sql`case_hash is not null`),
    index('lines_kept').on(table.keptUntil).where(sql`kept_until is not null`),
  ],
);

/** `open` until its lines have their outcome (`done`) or chunks of one line each have taken its place (`split`). */
export type ChunkState = 'open' | 'done' | 'split';

/** A range of lines that are screened in one transaction; those that already have an outcome are not part of it. */
export const chunks = sqliteTable(
  'chunks',
  {
    chunkId: text().$type<ChunkId>().primaryKey(),
    deliveryKey: text()
      .$type<DeliveryKey>()
      .notNull()
      .references(() => deliveries.deliveryKey),
    firstLine: integer().notNull(),
    lastLine: integer().notNull(),
    lineCount: integer().notNull(),
    state: text().$type<ChunkState>().notNull(),
    attempt: integer().notNull(),
  },
  (table) => [index('chunks_delivery').on(table.deliveryKey, table.state)],
);
