import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts';
import type { DeliveryHeader, DeliveryRef } from '../domain/delivery.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { RegisterVersion } from '../domain/ids.ts';
import { type AlarmVerdict, verdict } from './verdict.ts';

/** What the alarm about a refused delivery is about when its header could not be read. */
export const UNKNOWN_DELIVERY = 'unknown';

type Named = Pick<DeliveryHeader, 'sender' | 'deliveryId'>;

/** What the alarms about a delivery are about. */
export function nameOfDelivery({ sender, deliveryId }: Named): string {
  return `${sender}/${deliveryId}`;
}

/** @param missing sequence numbers that were not accepted, in order */
export function gapVerdict(sender: string, missing: readonly number[]): AlarmVerdict {
  return verdict(missing.length > 0 ? 'stands' : 'over', 'SEQUENCE_GAP', sender, {
    sender,
    missing: missing.join(', '),
  });
}

/** A delivery was taken in. @param missing sequence numbers of its sender that were not accepted, in order */
export function afterAcceptance(header: Named, missing: readonly number[]): readonly AlarmVerdict[] {
  return [gapVerdict(header.sender, missing), verdict('over', 'DELIVERY_REFUSED', nameOfDelivery(header))];
}

/** @param header null when it could not be read */
export function afterRefusal(header: Named | null, code: ErrorCode): readonly AlarmVerdict[] {
  const about = header === null ? UNKNOWN_DELIVERY : nameOfDelivery(header);
  return [verdict('happened', 'DELIVERY_REFUSED', about, { code })];
}

/** A line of a delivery could not be screened, however often it was tried. */
export function afterPoison({ deliveryKey, deliveryId }: DeliveryRef): readonly AlarmVerdict[] {
  return [verdict('happened', 'CHUNK_FAILED', deliveryKey, { deliveryId })];
}

/** @param inServiceFrom of those who joined with this version and were in service before, the first day of each */
export function afterImport(
  registerVersion: RegisterVersion,
  inServiceFrom: readonly CalendarDate[],
  today: CalendarDate,
): readonly AlarmVerdict[] {
  if (inServiceFrom.length === 0) return [];
  const mostDays = Math.max(...inServiceFrom.map((day) => daysBetween(day, today)));
  const params = { subjects: inServiceFrom.length, mostDays };
  return [verdict('happened', 'LATE_JOINER', `register version ${registerVersion}`, params)];
}

/** @param stuck files that lie in the inbox for too long; null when the folder could not be read */
export function afterPoll(stuck: number | null): readonly AlarmVerdict[] {
  if (stuck === null) return [verdict('stands', 'INBOX_UNREADABLE', 'inbox')];
  return [
    verdict('over', 'INBOX_UNREADABLE', 'inbox'),
    verdict(stuck > 0 ? 'stands' : 'over', 'INBOX_STUCK', 'inbox', { files: stuck }),
  ];
}

/** @param inFiles the version in the data files of this program; @param inForce the one that tasks are rated by */
export function afterPolicyCheck(inFiles: string, inForce: string): readonly AlarmVerdict[] {
  return [verdict(inFiles === inForce ? 'over' : 'stands', 'POLICY_DIFFERS', 'policy', { inFiles, inForce })];
}
