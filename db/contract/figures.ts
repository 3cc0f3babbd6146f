import type { Access } from '../../src/domain/access.ts';
import type { AlarmCode } from '../../src/domain/alarm.ts';
import type { OutcomeCounts } from '../../src/domain/delivery.ts';
import type { EpochMs } from '../../src/domain/ids.ts';

/** How the work stands, over all deliveries that were taken in. Counts only. */
export interface Figures {
  readonly outcomes: OutcomeCounts;
  /** Lines that have no outcome yet. */
  readonly unscreened: number;
  /** When the delivery of the oldest of them began to come in; null when there are none. */
  readonly oldestUnscreenedAt: EpochMs | null;
  /** Alarms that are not cleared, acknowledged or not; codes without any are left out. */
  readonly openAlarms: Readonly<Partial<Record<AlarmCode, number>>>;
}

/** For those who watch the system. */
export interface FigureStore {
  readFigures(access: Access): Promise<Figures>;
}
