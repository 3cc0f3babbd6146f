import { and, desc, eq, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { asEpochMs } from '../../../src/domain/ids.ts';
import type { AuditRow } from '../../contract/administration.ts';
import type { AuditFilter, AuditPage, AuditStore, LastVerification } from '../../contract/audit.ts';
import { audit } from '../../schema/audit.ts';
import type { Engine, Queries } from '../engine.ts';
import { transact } from '../transact.ts';
import { requireRole } from './require-role.ts';

type StoredRow = typeof audit.$inferSelect;

export function readAuditRow({ sequence, at, actor, purpose, action, details }: StoredRow): AuditRow {
  return { sequence, at, actor, purpose, action, details: JSON.parse(details) as AuditRow['details'] };
}

/** Where a page ended: the moment and number of its last row. One that is no cursor begins at the newest row. */
function behind(cursor: string | undefined): SQL | undefined {
  const [, at, sequence] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor ?? '') ?? [];
  if (at === undefined || sequence === undefined) return undefined;
  const moment = asEpochMs(Number(at));
  return and(lte(audit.at, moment), or(lt(audit.at, moment), lt(audit.sequence, Number(sequence))));
}

function rowsOf(queries: Queries, { actor, action, from, until, cursor, limit }: AuditFilter): readonly AuditRow[] {
  return queries
    .select()
    .from(audit)
    .where(
      and(
        actor === undefined ? undefined : eq(audit.actor, actor),
        action === undefined ? undefined : eq(audit.action, action),
        from === undefined ? undefined : gte(audit.at, from),
        until === undefined ? undefined : lt(audit.at, until),
        behind(cursor),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.sequence))
    .limit(limit)
    .all()
    .map(readAuditRow);
}

/** Jumps along the index from one action to the next, instead of walking the whole log. */
function actionsOf(queries: Queries): readonly string[] {
  const found = queries.all<{ action: string }>(sql`
    with recursive known(action) as (
      select min(action) from audit
      union all
      select (select min(action) from audit where action > known.action) from known where known.action is not null
    )
    select action from known where action is not null`);
  return found.map(({ action }) => action);
}

function lastVerification(queries: Queries): LastVerification | null {
  const [row] = rowsOf(queries, { action: 'verify_audit', limit: 1 });
  if (row === undefined) return null;
  const { rows, ok, brokenAt } = row.details;
  return { at: row.at, rows: Number(rows), ok: ok === 1, brokenAt: brokenAt === undefined ? null : Number(brokenAt) };
}

export function auditStore(engine: Engine): AuditStore {
  const { queries } = engine;
  return {
    searchAudit: (access, filter) =>
      transact(engine, access, 'search_audit', (tx): AuditPage => {
        requireRole(engine, access, ['auditor']);
        const rows = rowsOf(queries, filter);
        tx.note({ rows: rows.length });
        const last = rows.length === filter.limit ? rows.at(-1) : undefined;
        const next = last === undefined ? null : `${last.at}.${last.sequence}`;
        return { rows, next, actions: actionsOf(queries), lastVerification: lastVerification(queries) };
      }),
  };
}
