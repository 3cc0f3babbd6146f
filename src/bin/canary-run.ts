import { clearCanaries, type Planted, plantCanaries } from '../../jobs/canary/run.ts';
import { watchAlarms } from '../../jobs/watch-alarms.ts';
import type { DeliveryRef } from '../domain/delivery.ts';
import { ScreeningError } from '../domain/errors.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { canaryTools } from './compose-worker.ts';
import { followToTheEnd } from './follow.ts';
import type { Installation } from './installation.ts';
import type { ScreeningSystem } from './screening-system.ts';

export interface CanaryResult {
  /** Null when nobody was planted, because nobody is in the register. */
  readonly deliveryId: DeliveryId | null;
  readonly planted: number;
  readonly found: number;
}

/** @throws ScreeningError the code with which the planted delivery was refused */
function deliveryOf(planted: Planted): DeliveryRef | null {
  switch (planted.kind) {
    case 'planted':
    case 'under_way':
      return planted.delivery;
    case 'no_register':
      return null;
    case 'refused':
      throw new ScreeningError(planted.code);
  }
}

/**
 * Plants test persons and follows them to the end: then the alarm is raised or cleared, and they are taken out.
 * @throws ScreeningError the code with which the planted delivery was refused
 */
export async function runCanaries(installation: Installation, system: ScreeningSystem): Promise<CanaryResult> {
  const delivery = deliveryOf(await plantCanaries(canaryTools(installation, system.acceptPlanted)));
  if (delivery === null) return { deliveryId: null, planted: 0, found: 0 };
  const [status] = await followToTheEnd(installation, system, [delivery]);
  await watchAlarms(installation);
  await clearCanaries(installation.store, installation.clock);
  return {
    deliveryId: delivery.deliveryId,
    planted: status?.received ?? 0,
    found: status?.outcomes.tasked ?? 0,
  };
}
