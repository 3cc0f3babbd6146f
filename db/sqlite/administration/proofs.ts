import { setImmediate } from 'node:timers/promises';
import { asc, gt } from 'drizzle-orm';
import type { AuditVerdict, ProofStore } from '../../contract/administration.ts';
import { audit } from '../../schema/audit.ts';
import { auditCut } from '../../schema/retention.ts';
import { CHAIN_START, hashOfRow } from '../audit-chain.ts';
import type { Engine, Queries } from '../engine.ts';
import { failureOf } from '../failures.ts';
import { transact } from '../transact.ts';
import { readAuditRow } from './audit-search.ts';
import { reconcile } from './reconcile.ts';

type StoredRow = typeof audit.$inferSelect;

/** Rows checked between two moments at which others get their turn. */
const PAGE_ROWS = 2_000;

function rowsAfter(queries: Queries, sequence: number, limit: number): readonly StoredRow[] {
  return queries
    .select()
    .from(audit)
    .where(gt(audit.sequence, sequence))
    .orderBy(asc(audit.sequence))
    .limit(limit)
    .all();
}

/**
 * Walks the chain row by row. Rows are only ever added, so it needs no transaction that would keep writers waiting.
 * A chain whose beginning was cut off holds only when one of its own rows says that it was, and how far.
 */
async function walk(queries: Queries, anchor: string | null): Promise<AuditVerdict> {
  const cut = queries.select().from(auditCut).get() ?? { sequence: 0, hash: CHAIN_START };
  let rows = 0;
  let head = cut.hash;
  let last = cut.sequence;
  let brokenAt: number | null = null;
  let cutRecorded = cut.sequence === 0;
  const restores: AuditVerdict['restores'][number][] = [];
  let anchorFound = anchor === null ? null : anchor === head;
  for (let page = rowsAfter(queries, 0, PAGE_ROWS); page.length > 0; page = rowsAfter(queries, last, PAGE_ROWS)) {
    for (const row of page) {
      rows += 1;
      if (row.sequence !== last + 1 || row.hash !== hashOfRow(row, head)) brokenAt ??= row.sequence;
      head = row.hash;
      last = row.sequence;
      if (row.hash === anchor) anchorFound = true;
      const { sequence, at, action, details } = readAuditRow(row);
      cutRecorded ||= details['auditCut'] === cut.sequence;
      if (action === 'restore') restores.push({ sequence, at, replacedHead: String(details['replacedHead']) });
    }
    await setImmediate();
  }
  if (!cutRecorded) brokenAt ??= cut.sequence + 1;
  const ok = brokenAt === null && anchorFound !== false;
  return { rows, ok, head, brokenAt, anchorFound, expired: cut.sequence, restores };
}

export function proofStore(engine: Engine): ProofStore {
  const { queries } = engine;
  return {
    reconcile: (access, deliveryKey) =>
      transact(engine, access, 'reconcile', (tx) => {
        const proofs = reconcile(queries, deliveryKey);
        tx.note({ deliveries: proofs.length, balanced: proofs.filter(({ balanced }) => balanced).length });
        return proofs;
      }),
    async verifyAudit(access, anchor) {
      const verdict = await walk(queries, anchor).catch((error: unknown) => {
        throw failureOf(error);
      });
      return transact(engine, access, 'verify_audit', (tx) => {
        const { rows, ok, brokenAt } = verdict;
        tx.note({ rows, ok: Number(ok), ...(brokenAt !== null && { brokenAt }) });
        return verdict;
      });
    },
    listAudit: (access, afterSequence, limit) =>
      transact(engine, access, 'list_audit', (tx) => {
        const page = rowsAfter(queries, afterSequence, limit);
        tx.note({ rows: page.length });
        return page.map(readAuditRow);
      }),
  };
}
