import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts';
import { type DeliveryHeader, type DeliveryRef, MAX_MISSING_NAMED } from '../domain/delivery.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { RegisterVersion } from '../domain/ids.ts';
import { type AlarmVerdict, verdict } from './verdict.ts';

/** What is known of a delivery whose header cannot be read: by which door it came, and by whose token there. */
export interface CameBy {
  readonly door: string;
  readonly sender: string | null;
}

const UNKNOWN_DELIVERY = 'unknown';

/** What the alarm about a delivery without a readable header is about: where to look for who sent it. */
function nameOfUnread({ door, sender }: CameBy): string {
  return [UNKNOWN_DELIVERY, door, ...(sender === null ? [] : [sender])].join(' ');
}

/** Whether an alarm is about a delivery without a readable header, of which nothing shows that it came again. */
export function isAboutUnread(about: string): boolean {
  return about.split(' ')[0] === UNKNOWN_DELIVERY;
}

type Named = Pick<DeliveryHeader, 'sender' | 'deliveryId'>;

/** What the alarms about a delivery are about. */
export function nameOfDelivery({ sender, deliveryId }: Named): string {
  return `${sender}/${deliveryId}`;
}

/** Numbers as somebody would ask for them: `4, 6–105, …` when more may be missing than are named. */
function inRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  const named = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return [...named, ...(numbers.length < MAX_MISSING_NAMED ? [] : ['…'])].join(', ');
}

/** @param missing sequence numbers that were not accepted, in order */
export function gapVerdict(sender: string, missing: readonly number[]): AlarmVerdict {
  return verdict(missing.length > 0 ? 'stands' : 'over', 'SEQUENCE_GAP', sender, {
    sender,
    missing: inRanges(missing),
  });
}

/** A delivery was taken in. @param missing sequence numbers of its sender that were not accepted, in order */
export function afterAcceptance(header: Named, missing: readonly number[]): readonly AlarmVerdict[] {
  return [gapVerdict(header.sender, missing), verdict('over', 'DELIVERY_REFUSED', nameOfDelivery(header))];
}

/** Deliveries without a readable header are counted, since nothing else tells one from the next. */
export function afterRefusal(refused: Named | CameBy, code: ErrorCode): readonly AlarmVerdict[] {
  if ('door' in refused) return [verdict('happened', 'DELIVERY_REFUSED', nameOfUnread(refused), { code, count: 1 })];
  return [verdict('happened', 'DELIVERY_REFUSED', nameOfDelivery(refused), { code })];
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
