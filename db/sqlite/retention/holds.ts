import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { type AccountId, asId, type EpochMs, type HoldId } from '../../../src/domain/ids.ts';
import { refusal } from '../../../src/domain/refusals.ts';
import type { Hold, NewHold } from '../../contract/retention.ts';
import { cases } from '../../schema/cases.ts';
import { holds } from '../../schema/retention.ts';
import { tasks } from '../../schema/tasks.ts';
import type { Engine } from '../engine.ts';
import { openJson, placeOf, sealJson } from '../payload.ts';
import { isTaskHeld } from './tasks.ts';

type LegalOrder = Pick<Hold, 'orderReference' | 'reason'>;

const orderPlace = (holdId: HoldId): string => placeOf('holds', [holdId], 'legal_order');
const releasePlace = (holdId: HoldId): string => placeOf('holds', [holdId], 'release_reason');

/** @throws ScreeningError HOLD_REFUSED without an order and a reason, and for a task that has nothing left to keep */
export function placeHold({ queries, keyring }: Engine, hold: NewHold, by: AccountId, at: EpochMs): HoldId {
  const { taskId, orderReference, reason } = hold;
  const withContent = queries
    .select({ taskId: tasks.taskId })
    .from(tasks)
    .innerJoin(cases, and(eq(cases.caseId, tasks.caseId), isNotNull(cases.content)))
    .where(and(eq(tasks.taskId, taskId), isNotNull(tasks.rating)))
    .get();
  if (orderReference.trim() === '') throw refusal('HOLD_REFUSED', 'order_missing');
  if (reason.trim() === '') throw refusal('HOLD_REFUSED', 'reason_missing');
  if (withContent === undefined) throw refusal('HOLD_REFUSED', 'nothing_to_keep');
  if (isTaskHeld(queries, taskId)) throw refusal('HOLD_REFUSED', 'held_before');
  const holdId = asId<HoldId>(randomUUID());
  const order: LegalOrder = { orderReference, reason };
  const legalOrder = sealJson(keyring, orderPlace(holdId), order);
  queries.insert(holds).values({ holdId, taskId, legalOrder, recordedBy: by, recordedAt: at }).run();
  return holdId;
}

/** @throws ScreeningError HOLD_REFUSED without a reason, and for a hold that does not stand */
export function releaseHold(
  { queries, keyring }: Engine,
  holdId: HoldId,
  reason: string,
  by: AccountId,
  at: EpochMs,
): void {
  const release = { releasedBy: by, releasedAt: at, releaseReason: sealJson(keyring, releasePlace(holdId), reason) };
  if (reason.trim() === '') throw refusal('HOLD_REFUSED', 'reason_missing');
  const found = queries.select().from(holds).where(eq(holds.holdId, holdId)).get();
  if (found === undefined) throw refusal('HOLD_REFUSED', 'unknown');
  if (found.releasedAt !== null) throw refusal('HOLD_REFUSED', 'released_before');
  queries.update(holds).set(release).where(eq(holds.holdId, holdId)).run();
}

export function allHolds({ queries, keyring }: Engine): readonly Hold[] {
  const rows = queries.select().from(holds).orderBy(desc(holds.recordedAt), desc(sql`rowid`)).all();
  return rows.map(({ holdId, taskId, legalOrder, recordedAt, releasedAt, releaseReason: sealed }) => ({
    ...{ holdId, taskId, recordedAt, releasedAt },
    ...openJson<LegalOrder>(keyring, orderPlace(holdId), legalOrder),
    releaseReason: sealed === null ? '' : openJson<string>(keyring, releasePlace(holdId), sealed),
  }));
}
