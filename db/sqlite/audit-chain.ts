import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Access, Actor } from '../../src/domain/access.ts';
import { audit } from '../schema/audit.ts';
import type { Engine, Queries } from './engine.ts';

/** Internal ids, codes and counts; never a personnel number, a parketnummer, a name or free text (promise P10). */
export type AuditDetails = Readonly<Record<string, string | number>>;

type StoredRow = typeof audit.$inferSelect;

/** What comes before the first row. */
export const CHAIN_START = '';

/** Hash of a row and, through the hash before it, of every row before it. */
export function hashOfRow(row: Omit<StoredRow, 'hash'>, previousHash: string): string {
  const fields = [row.sequence, row.at, row.actor, row.purpose, row.action, row.details, previousHash];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

function nameOf(actor: Actor): string {
  return actor.kind === 'system' ? `system:${actor.name}` : `account:${actor.accountId}`;
}

/** Random internal ids are UUIDs; several stand in one text, parted by blanks. */
const INTERNAL_IDS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( [0-9a-f-]{36})*$|^$/;

/** An id that somebody typed and nothing has may be anything, also a name or a BSN: it is not written down. */
function internalOnly(details: AuditDetails): AuditDetails {
  const isForeign = ([name, value]: readonly [string, string | number]): boolean =>
    /(Id|Ids|Key)$/.test(name) && !INTERNAL_IDS.test(String(value));
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, isForeign([name, value]) ? 'unknown' : value]),
  );
}

const newestRow = (queries: Queries) =>
  queries
    .select({ sequence: audit.sequence, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.sequence))
    .limit(1)
    .get();

/** Adds the next row. Only inside a write transaction, so that no two processes follow the same row. */
export function appendAudit(engine: Engine, access: Access, action: string, details: AuditDetails): void {
  const before = newestRow(engine.queries);
  const at = engine.clock.now();
  const row = {
    sequence: (before?.sequence ?? 0) + 1,
    at,
    actor: nameOf(access.actor),
    purpose: access.purpose,
    action,
    details: JSON.stringify(internalOnly(details)),
  };
  const hash = hashOfRow(row, before?.hash ?? CHAIN_START);
  engine.queries
    .insert(audit)
    .values({ ...row, hash })
    .run();
}
