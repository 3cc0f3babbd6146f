import type { Access } from '../../src/domain/access.ts';
import type { DeliveryStatus } from '../../src/domain/delivery.ts';
import type { EpochMs, PersonnelNumber } from '../../src/domain/ids.ts';

/** How far the last planting of test persons has come. */
export interface CanaryRun {
  /** The newest delivery of `CANARY_SENDER` that was accepted; null when none was. */
  readonly last: DeliveryStatus | null;
  /** Since when any of them is in the register; null when none is. */
  readonly plantedAt: EpochMs | null;
}

/** Planted test persons: how they get out again. They come in as anybody does. */
export interface CanaryStore {
  canaryRun(access: Access, planted: readonly PersonnelNumber[]): Promise<CanaryRun>;
  /**
   * Lets planted persons leave the register and deletes every task, hit and case about them, shells too: nobody was
   * shown one. What stays is the ledger of their deliveries, and that somebody with that keyed hash was there.
   * @returns how many left
   */
  removePlanted(access: Access, planted: readonly PersonnelNumber[], at: EpochMs): Promise<number>;
}
