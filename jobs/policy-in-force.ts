import type { PolicyStore } from '../db/contract/policies.ts';
import type { Access } from '../src/domain/access.ts';
import { type Policy, requirePolicy } from '../src/relevance/policy.ts';
import { calendarDay } from '../src/runtime/calendar-day.ts';
import type { Clock } from '../src/runtime/clock.ts';

const READING: Access = { actor: { kind: 'system', name: 'worker' }, purpose: 'screen_delivery' };

/** Gives the catalogue and policy that count at this moment. */
export type PolicyInForce = () => Promise<Policy>;

/**
 * Asks the database at every call which version counts, and reads it anew only when that is another one: a change that
 * two people made reaches every running worker without a message that could be lost.
 *
 * @returns a function that throws ScreeningError TABLE_INVALID when this program cannot read the version in force
 */
export function policyInForceOf(store: Pick<PolicyStore, 'policyInForce' | 'readPolicy'>, clock: Clock): PolicyInForce {
  let known: Policy | null = null;
  return async () => {
    const version = await store.policyInForce(READING, calendarDay(clock.now()));
    if (known?.version === version && known !== null) return known;
    const tables = version === null ? null : await store.readPolicy(READING, version);
    if (tables === null) throw new Error('no policy was ever put in force');
    known = requirePolicy(tables);
    return known;
  };
}
