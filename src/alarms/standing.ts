import type { Alarm, AlarmCode } from '../domain/alarm.ts';
import type { DeliveryRef, QuarantinedDelivery } from '../domain/delivery.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { DeliveryId, EpochMs, MessageId } from '../domain/ids.ts';
import { gapVerdict, isAboutUnread, nameOfDelivery } from './happenings.ts';
import { isMostlyQuarantined } from './quarantine.ts';
import { type AlarmVerdict, verdict } from './verdict.ts';
import { isVolumeLow, type VolumeFigures } from './volume.ts';

/** What the system looks like at one moment, in figures and ids. */
export interface AlarmFigures {
  readonly at: EpochMs;
  /** When the oldest line without an outcome came in; null = none waits. */
  readonly oldestUnscreenedAt: EpochMs | null;
  /** When the oldest task that is neither closed nor withdrawn was made; null = there is none. */
  readonly oldestOpenTaskAt: EpochMs | null;
  /** Senders of whom sequence numbers were not accepted, with those numbers in order. */
  readonly gaps: readonly { readonly sender: string; readonly missing: readonly number[] }[];
  /** Deliveries that were refused and whose sequence number was not accepted since. */
  readonly refused: readonly { readonly sender: string; readonly deliveryId: DeliveryId; readonly code: string }[];
  /** Deliveries of which a line could not be screened and was not delivered again. */
  readonly poisoned: readonly DeliveryRef[];
  /** Deliveries of late of which lines were quarantined as they came. */
  readonly quarantined: readonly QuarantinedDelivery[];
  /** The planted test persons of the last delivery of them that was settled, and whether they became a task. */
  readonly canaries: readonly { readonly messageId: MessageId; readonly found: boolean }[];
  /** When planted test persons last came through; null = they never did. */
  readonly canariesSettledAt: EpochMs | null;
  /** Since when planted test persons wait to be screened; null = none does. */
  readonly canariesWaitingSince: EpochMs | null;
  /** When the first delivery of a real sender was taken in; null = none was. */
  readonly firstTakenAt: EpochMs | null;
  /** Of the last day that ended; null on a holiday, of which nothing can be expected. */
  readonly volume: VolumeFigures | null;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** An entry is screened within a day, or it is an alarm. */
const LONGEST_UNSCREENED_MS = DAY_MS;
/** Well past the longest term, 15 working days, which holidays can stretch to about 25 days. Chosen. */
const LONGEST_OPEN_MS = 30 * DAY_MS;

/** Test persons are planted every night; two hours for a worker that starts late. */
const LONGEST_WITHOUT_CANARIES_MS = 26 * HOUR_MS;
/** From door to task. A night's delivery that is ahead of them takes minutes. Chosen. */
const LONGEST_CANARIES_WAIT_MS = HOUR_MS;

/** Refusals of which no row is kept, so that nothing shows whether the delivery came again. */
const WITHOUT_TRACE: readonly unknown[] = [
  'DELIVERY_CONFLICT',
  'FEED_MODE_REFUSED',
  'SENDER_RESERVED',
] satisfies ErrorCode[];

function standing(figures: AlarmFigures): readonly AlarmVerdict[] {
  const { at, oldestUnscreenedAt, oldestOpenTaskAt, gaps, refused, poisoned, canaries, volume } = figures;
  const { canariesSettledAt, canariesWaitingSince, firstTakenAt } = figures;
  const when = (holds: boolean, code: AlarmCode, about: string, params = {}): AlarmVerdict[] =>
    holds ? [verdict('stands', code, about, params)] : [];
  const older = (since: EpochMs | null, limitMs: number): boolean => since !== null && at - since > limitMs;
  const low = volume !== null && isVolumeLow(volume) ? volume : null;
  return [
    ...when(older(oldestUnscreenedAt, LONGEST_UNSCREENED_MS), 'ENTRY_UNSCREENED', 'entries'),
    ...when(older(oldestOpenTaskAt, LONGEST_OPEN_MS), 'TASK_TOO_OLD', 'tasks'),
    ...gaps.map(({ sender, missing }) => gapVerdict(sender, missing)),
    ...refused.flatMap((delivery) => when(true, 'DELIVERY_REFUSED', nameOfDelivery(delivery), { code: delivery.code })),
    ...poisoned.flatMap(({ deliveryKey, deliveryId }) => when(true, 'CHUNK_FAILED', deliveryKey, { deliveryId })),
    ...figures.quarantined
      .filter(isMostlyQuarantined)
      .map(({ deliveryKey, ...params }) => verdict('stands', 'DELIVERY_QUARANTINED', deliveryKey, params)),
    ...canaries.flatMap(({ messageId, found }) => when(!found, 'CANARY_MISSED', messageId)),
    ...when(
      older(canariesSettledAt ?? firstTakenAt, LONGEST_WITHOUT_CANARIES_MS) ||
        older(canariesWaitingSince, LONGEST_CANARIES_WAIT_MS),
      'CANARY_OVERDUE',
      'planted persons',
    ),
    ...when(low !== null, 'VOLUME_LOW', 'entries', { day: low?.day, entries: low?.entries }),
  ];
}

/**
 * Whether the cause of an open alarm that does not stand is gone. What merely happened cannot go away: such an alarm
 * ends when somebody has taken note of it.
 */
function isOver({ code, about, params, acknowledgedAt }: Alarm, { volume }: AlarmFigures): boolean {
  switch (code) {
    case 'ENTRY_UNSCREENED':
    case 'TASK_TOO_OLD':
    case 'SEQUENCE_GAP':
    case 'CHUNK_FAILED':
    case 'CANARY_MISSED':
    case 'CANARY_OVERDUE':
      return true;
    case 'VOLUME_LOW':
      return volume !== null;
    case 'LATE_JOINER':
    case 'DELIVERY_QUARANTINED':
      return acknowledgedAt !== null;
    case 'DELIVERY_REFUSED':
      return acknowledgedAt !== null || (!isAboutUnread(about) && !WITHOUT_TRACE.includes(params['code']));
    default:
      return false;
  }
}

/**
 * The alarms that nobody's action raises, because nothing happening is what they are about, and those that a process
 * which died had no time to raise.
 * @param open every alarm that is not cleared; those whose cause is gone are `over`
 */
export function judgeFigures(figures: AlarmFigures, open: readonly Alarm[]): readonly AlarmVerdict[] {
  const stands = standing(figures);
  const isStanding = ({ code, about }: Alarm): boolean =>
    stands.some(({ alarm }) => alarm.code === code && alarm.about === about);
  const over = open
    .filter((alarm) => !isStanding(alarm) && isOver(alarm, figures))
    .map(({ code, about }) => verdict('over', code, about));
  return [...stands, ...over];
}
