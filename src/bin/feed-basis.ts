import type { Access } from '../domain/access.ts';
import { ScreeningError } from '../domain/errors.ts';
import { mayIngest } from '../legal/feed.ts';
import { calendarDay } from '../runtime/calendar-day.ts';
import type { Installation } from './installation.ts';

const CHECKING_THE_LAW: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'receive_delivery' };

/** Whether a recorded basis lets deliveries of this installation's feed mode in, now. */
export async function feedIsCovered({ store, config, clock }: Omit<Installation, 'close'>): Promise<boolean> {
  const bases = await store.listBases(CHECKING_THE_LAW);
  return mayIngest(config.feedMode, bases, calendarDay(clock.now())).kind === 'allowed';
}

/**
 * A full feed holds the entries of strangers, so nothing that takes it in or screens it starts without a basis for it.
 * A subscription may wait for its basis; its deliveries are refused until then.
 *
 * @throws ScreeningError FEED_MODE_REFUSED
 */
export async function requireFeedBasis(installation: Installation): Promise<void> {
  if (installation.config.feedMode === 'subscription') return;
  if (!(await feedIsCovered(installation))) throw new ScreeningError('FEED_MODE_REFUSED');
}
