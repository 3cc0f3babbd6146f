import type { Store } from '../db/store.ts';
import type { Access } from '../src/domain/access.ts';

/** Payloads sealed again in one transaction; others get their turn between two. */
const BATCH = 500;

/**
 * Seals again what stands under an older key, until nothing is left. Costs one look when there is nothing to do.
 * @param onBatch told after each batch how many were sealed again
 */
export async function resealAll(
  store: Store,
  access: Access,
  onBatch: (resealed: number) => void = () => {},
): Promise<number> {
  let all = 0;
  for (;;) {
    const { resealed, left } = await store.resealBatch(access, BATCH);
    all += resealed;
    onBatch(all);
    if (!left) return all;
  }
}
