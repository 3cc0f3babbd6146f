import type { CanaryRun } from '../../db/contract/canaries.ts';
import type { Store } from '../../db/store.ts';
import type { Access } from '../../src/domain/access.ts';
import type { DeliveryRef } from '../../src/domain/delivery.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import type { EpochMs } from '../../src/domain/ids.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { Accepted } from '../accept.ts';
import { canaryDelivery } from './delivery.ts';
import { CANARIES, PLANTED_NUMBERS } from './planted.ts';

const PLANTING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'operate' };

/** Test persons whose delivery never came are taken out after so long. Chosen; a run takes seconds. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

export interface CanaryTools {
  readonly store: Store;
  readonly clock: Clock;
  /** The door of planted test persons: read, checked and stored as any delivery is. */
  readonly acceptPlanted: (access: Access, bytes: AsyncIterable<Uint8Array>) => Promise<Accepted>;
}

export type Planted =
  | { readonly kind: 'planted'; readonly delivery: DeliveryRef }
  /** An earlier run is not at its end; it says as much as another would. */
  | { readonly kind: 'under_way'; readonly delivery: DeliveryRef }
  /** Nobody is in the register, so that nobody can be missed. */
  | { readonly kind: 'no_register' }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function isRegisterEmpty(store: Store): Promise<boolean> {
  const { officer, external } = await store.countSubjects(PLANTING);
  return officer + external === 0;
}

/**
 * Plants test persons in the register and hands in a delivery about them, which must become a task for each. Nothing
 * else is done here: what comes of it stands in the ledger, the alarms are judged by that, and `clearCanaries` tidies
 * up.
 */
export async function plantCanaries({ store, clock, acceptPlanted }: CanaryTools): Promise<Planted> {
  const { last, plantedAt } = await store.canaryRun(PLANTING, PLANTED_NUMBERS);
  if (last?.state === 'screening') return { kind: 'under_way', delivery: last };
  if (plantedAt !== null) await store.removePlanted(PLANTING, PLANTED_NUMBERS, clock.now());
  if (await isRegisterEmpty(store)) return { kind: 'no_register' };
  const rows = CANARIES.map(({ row }) => row);
  const nobodyElse = { rejected: [], unnamed: 0, refused: [], withinInquiry: new Map(), counts: {} };
  const register = { mode: 'changes', rows, ...nobodyElse, shrinkLimit: 1, confirmed: true } as const;
  await store.applyRegister(PLANTING, register, clock.now());
  const bytes = canaryDelivery((last?.sequenceNumber ?? 0) + 1, clock.now());
  const accepted = await acceptPlanted(PLANTING, once(bytes));
  if (accepted.kind === 'accepted') return { kind: 'planted', delivery: accepted.delivery };
  if (accepted.kind === 'duplicate') return { kind: 'under_way', delivery: accepted.status };
  await store.removePlanted(PLANTING, PLANTED_NUMBERS, clock.now());
  return { kind: 'refused', code: accepted.code };
}

/** Whether those who are planted have been through, or never will be. */
function isOver({ last, plantedAt }: CanaryRun, now: EpochMs): boolean {
  if (plantedAt === null || last?.state === 'screening') return false;
  const isThrough = last !== null && last.receivedAt >= plantedAt;
  return isThrough || now - plantedAt > FORGOTTEN_AFTER_MS;
}

/**
 * Takes the planted persons out again once their delivery is settled, with every task and case about them: only the
 * ledger of the delivery stays. Harmless at any time.
 */
export async function clearCanaries(store: Store, clock: Clock): Promise<void> {
  const run = await store.canaryRun(PLANTING, PLANTED_NUMBERS);
  if (isOver(run, clock.now())) await store.removePlanted(PLANTING, PLANTED_NUMBERS, clock.now());
}
