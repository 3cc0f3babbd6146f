import type { AlarmToRaise } from '../domain/alarm.ts';
import type { EpochMs } from '../domain/ids.ts';
import { isVolumeLow, type VolumeFigures } from './volume.ts';

/** What the system looks like at one moment, in figures and ids. */
export interface AlarmFigures {
  readonly at: EpochMs;
  /** When the oldest line without an outcome came in; null = none waits. */
  readonly oldestUnscreenedAt: EpochMs | null;
  /** When the oldest task that is neither closed nor withdrawn was made; null = there is none. */
  readonly oldestOpenTaskAt: EpochMs | null;
  /** Of the last day that ended; null on a holiday, of which nothing can be expected. */
  readonly volume: VolumeFigures | null;
  /** Planted test persons whose delivery was settled, by the id of their message, and whether they became a task. */
  readonly canaries: readonly { readonly messageId: string; readonly found: boolean }[];
  /** Present subjects whom no basis lets be compared any more. */
  readonly subjectsWithoutBasis: number;
}

/** An alarm and whether its cause is there: then it is to be raised (again), otherwise cleared. */
export interface AlarmVerdict {
  readonly alarm: AlarmToRaise;
  readonly stands: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** An entry is screened within a day (design, "What it is"). */
const LONGEST_UNSCREENED_MS = DAY_MS;
/** Well past the longest term, 15 working days, which holidays can stretch to about 25 days. Chosen. */
const LONGEST_OPEN_MS = 30 * DAY_MS;

/**
 * The alarms that nobody's action raises, because nothing happening is what they are about. Every verdict is given
 * every time, so that a cause that is gone clears its alarm.
 */
export function judgeFigures(figures: AlarmFigures): readonly AlarmVerdict[] {
  const { at, oldestUnscreenedAt, oldestOpenTaskAt, volume, canaries, subjectsWithoutBasis } = figures;
  const older = (since: EpochMs | null, limitMs: number): boolean => since !== null && at - since > limitMs;
  return [
    verdict('ENTRY_UNSCREENED', 'entries', older(oldestUnscreenedAt, LONGEST_UNSCREENED_MS)),
    verdict('TASK_TOO_OLD', 'tasks', older(oldestOpenTaskAt, LONGEST_OPEN_MS)),
    verdict('SUBJECT_SCOPE_LOST', 'register', subjectsWithoutBasis > 0, { subjects: subjectsWithoutBasis }),
    ...(volume === null ? [] : [verdict('VOLUME_LOW', 'entries', isVolumeLow(volume), { entries: volume.entries })]),
    ...canaries.map(({ messageId, found }) => verdict('CANARY_MISSED', messageId, !found)),
  ];
}

function verdict(
  code: AlarmToRaise['code'],
  about: string,
  stands: boolean,
  params: AlarmToRaise['params'] = {},
): AlarmVerdict {
  return { alarm: { code, about, params }, stands };
}
