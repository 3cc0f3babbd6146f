import { setTimeout as delay } from 'node:timers/promises';
import type { DeliveryFile, MadeUpWeek } from '../../../fixtures/deliveries.ts';
import type { Access } from '../../domain/access.ts';
import type { DeliveryStatus } from '../../domain/delivery.ts';
import { asId, type DeliveryId } from '../../domain/ids.ts';
import { startProgress } from '../../runtime/progress.ts';
import { EMBEDDED_SENDER } from '../senders.ts';
import { DOORS, type Door, type DoorTools, handIn } from './doors.ts';

const BY_DEMO: Access = { actor: { kind: 'system', name: 'demo' }, purpose: 'operate' };
const POLL_MS = 100;

/** What became of one file. */
export interface Delivered {
  readonly fileName: string;
  readonly door: Door;
  /** It had been taken in before, by an earlier start or as the file that comes twice. */
  readonly again: boolean;
  readonly status: DeliveryStatus;
}

/** What else happens in the week; not for files that had been taken in before. */
export interface Pace {
  /** @param index of the file, from 0 */
  beforeDelivery(index: number): void;
  afterDelivery(index: number): Promise<void>;
}

function screenedOf({ outcomes }: DeliveryStatus): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

/**
 * Hands a week in, each file through the next door, and waits for each ledger to be closed before the next file: what
 * comes out of repeats and late messages hangs on that order.
 */
export async function runWeek(tools: DoorTools, week: MadeUpWeek, pace: Pace): Promise<readonly Delivered[]> {
  const { store } = tools.installation;
  const total = week.deliveries.reduce((sum, { received }) => sum + received, 0);
  const progress = startProgress('screening', total);
  let done = 0;
  const deliver = async (file: DeliveryFile, index: number, door: Door): Promise<Delivered> => {
    const leveringId = week.deliveries[index]?.leveringId ?? '';
    const find = () => store.findDelivery(BY_DEMO, EMBEDDED_SENDER, asId<DeliveryId>(leveringId));
    const again = (await find()) !== null;
    if (!again) pace.beforeDelivery(index);
    await handIn(tools, door, file);
    for (;;) {
      const status = await find();
      if (status !== null) progress.update(done + screenedOf(status));
      if (status?.state === 'settled' || status?.state === 'refused') {
        done += screenedOf(status);
        if (!again) await pace.afterDelivery(index);
        return { fileName: file.fileName, door, again, status };
      }
      await delay(POLL_MS);
    }
  };
  try {
    const delivered: Delivered[] = [];
    for (const [index, file] of week.files.entries()) {
      delivered.push(await deliver(file, index, DOORS[index % DOORS.length] ?? 'cli'));
    }
    return delivered;
  } finally {
    progress.stop();
  }
}
