import type { Store } from '../../../db/store.ts';
import type { Access, Purpose, SystemActor } from '../../../src/domain/access.ts';
import { type AccountId, asEpochMs, type EpochMs } from '../../../src/domain/ids.ts';
import type { Clock } from '../../../src/runtime/clock.ts';

/** A place where an engine keeps its data, for one test. */
export interface Bench {
  /** A Store on the data of this bench; every call gives another one on the same data, as another process would have. */
  open(clock?: Clock): Promise<Store>;
  /** Closes what was opened and throws the data away. */
  dispose(): Promise<void>;
}

/** What an engine gives to be run through the suite. */
export type MakeBench = () => Promise<Bench>;

export function as(name: SystemActor, purpose: Purpose): Access {
  return { actor: { kind: 'system', name }, purpose };
}

export function asAccount(accountId: AccountId, purpose: Purpose): Access {
  return { actor: { kind: 'account', accountId }, purpose };
}

export const RECEIVER = as('cli', 'receive_delivery');
export const WORKER = as('worker', 'screen_delivery');
export const IMPORTER = as('cli', 'import_register');
export const OPERATOR = as('cli', 'operate');

/** Monday 23 November 2026, 09:00 in the Netherlands. */
export const MORNING: EpochMs = asEpochMs(Date.UTC(2026, 10, 23, 8));

export function later(ms: number): EpochMs {
  return asEpochMs(MORNING + ms);
}

export const stoppedClock: Clock = { now: () => MORNING };
