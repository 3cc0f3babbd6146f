import type { Store } from '../db/store.ts';
import type { Access } from '../src/domain/access.ts';
import { RETENTION_KINDS, type RetentionKind } from '../src/domain/retention.ts';
import type { Clock } from '../src/runtime/clock.ts';

/** Things erased in one transaction; others get their turn between two. */
const BATCH = 500;

/** How much of each kind was erased. */
export type Erased = Readonly<Record<RetentionKind, number>>;

async function eraseKind(store: Store, access: Access, kind: RetentionKind, clock: Clock): Promise<number> {
  let erased = 0;
  for (;;) {
    const batch = await store.eraseDue(access, kind, BATCH, clock.now());
    erased += batch;
    if (batch < BATCH) return erased;
  }
}

/**
 * Erases whatever is over its term today, in the order of the schedule, until nothing is left. Harmless at any time
 * and beside any other: what one process has erased another does not find.
 */
export async function eraseAllDue(store: Store, access: Access, clock: Clock): Promise<Erased> {
  await store.withdrawUncovered(access, clock.now());
  const erased = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, 0])) as Record<RetentionKind, number>;
  for (const kind of RETENTION_KINDS) erased[kind] = await eraseKind(store, access, kind, clock);
  return erased;
}
