import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { ScreeningError } from '../../../src/domain/errors.ts';
import type { AccountId, EpochMs } from '../../../src/domain/ids.ts';
import type { PolicyRecord } from '../../../src/domain/policy-record.ts';
import { refusal } from '../../../src/domain/refusals.ts';
import type { RelevanceTables } from '../../../src/domain/relevance.ts';
import { requirePolicy } from '../../../src/relevance/policy.ts';
import { policies } from '../../schema/policies.ts';
import type { Engine, Queries } from '../engine.ts';

const { version, inForceFrom, proposedBy, proposedAt, confirmedBy, confirmedAt } = policies;
const RECORD = { version, inForceFrom, proposedBy, proposedAt, confirmedBy, confirmedAt };

const asRecord = (row: Omit<typeof policies.$inferSelect, 'offences' | 'policy'>): PolicyRecord => ({
  ...row,
  inForceFrom: row.inForceFrom as CalendarDate,
});

/** Every version, in the order in which they were proposed. */
export function allPolicies(queries: Queries): readonly PolicyRecord[] {
  return queries.select(RECORD).from(policies).orderBy(asc(proposedAt), asc(sql`rowid`)).all().map(asRecord);
}

/** The version that counts on a day; see `PolicyStore.policyInForce`. */
export function versionInForce(queries: Queries, today: CalendarDate): string | null {
  const confirmed = queries
    .select(RECORD)
    .from(policies)
    .where(isNotNull(confirmedAt))
    .orderBy(asc(inForceFrom), asc(confirmedAt), asc(sql`rowid`))
    .all();
  const first = confirmed.find(({ proposedBy: by }) => by === 'set-up') ?? confirmed[0];
  const begun = confirmed.filter((one) => one.inForceFrom <= today);
  return (begun.at(-1) ?? first)?.version ?? null;
}

/** The texts of a version; null when it is unknown. */
export function tablesOf(queries: Queries, known: string): RelevanceTables | null {
  const texts = { offences: policies.offences, policy: policies.policy };
  return queries.select(texts).from(policies).where(eq(version, known)).get() ?? null;
}

/** @returns null when the version is there already */
export function insertPolicy(
  { queries }: Engine,
  tables: RelevanceTables,
  by: Pick<PolicyRecord, 'proposedBy' | 'proposedAt' | 'confirmedBy' | 'confirmedAt'>,
): PolicyRecord | null {
  const policy = requirePolicy(tables);
  const record: PolicyRecord = { ...by, version: policy.version, inForceFrom: policy.table.inForceFrom };
  const { changes } = queries
    .insert(policies)
    .values({ ...tables, ...record })
    .onConflictDoNothing()
    .run();
  return changes === 1 ? record : null;
}

/** @returns why not, when it is unknown, confirmed before, or proposed by the same account */
export function confirmProposed(
  { queries }: Engine,
  known: string,
  account: AccountId,
  at: EpochMs,
): PolicyRecord | ScreeningError {
  const found = queries.select(RECORD).from(policies).where(eq(version, known)).get();
  if (found === undefined) return refusal('POLICY_REFUSED', 'unknown');
  if (found.confirmedAt !== null) return refusal('POLICY_REFUSED', 'confirmed_before');
  if (found.proposedBy === account) return refusal('POLICY_REFUSED', 'own_proposal');
  const confirmed = { confirmedBy: account, confirmedAt: at };
  queries.update(policies).set(confirmed).where(eq(version, known)).run();
  return asRecord({ ...found, ...confirmed });
}
