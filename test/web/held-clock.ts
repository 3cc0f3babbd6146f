import { asEpochMs } from '../../src/domain/ids.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { WebTools } from '../../src/web/tools.ts';

/** A clock of the pages that can be moved; given to `startSite`. */
export function withHeldClock() {
  let movedMs = 0;
  return {
    change: (tools: WebTools): WebTools => ({
      ...tools,
      clock: { now: () => asEpochMs(systemClock.now() + movedMs) },
    }),
    move(byMs: number): void {
      movedMs += byMs;
    },
  };
}
