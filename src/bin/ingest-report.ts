import type { Accepted } from '../../jobs/accept.ts';
import { type DeliveryStatus, OUTCOMES } from '../domain/delivery.ts';
import type { DeliveryKey } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import { errorSentence } from '../texts/errors.ts';
import { quarantineText } from '../texts/intake.ts';

/** What became of one delivery, as `--json` prints it: programs depend on these names. */
export interface IngestReport extends Readonly<Partial<Record<string, string | number | null>>> {
  readonly deliveryId: string | null;
  /** `accepted` only where nobody waited for the end. */
  readonly status: 'accepted' | 'settled' | 'refused' | 'duplicate';
  readonly code: string | null;
}

function figures({ received, outcomes }: DeliveryStatus): Readonly<Record<string, number>> {
  return { received, ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomes[outcome]])) };
}

const NOTHING = { received: 0, ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) };

/** @param settled the deliveries that were waited for, at their end */
export function ingestReport(accepted: Accepted, settled: ReadonlyMap<DeliveryKey, DeliveryStatus>): IngestReport {
  if (accepted.kind === 'refused') {
    return { deliveryId: accepted.header?.deliveryId ?? null, status: 'refused', ...NOTHING, code: accepted.code };
  }
  if (accepted.kind === 'duplicate') {
    const status = settled.get(accepted.status.deliveryKey) ?? accepted.status;
    return { deliveryId: status.deliveryId, status: 'duplicate', ...figures(status), code: status.code };
  }
  const { deliveryId, deliveryKey } = accepted.delivery;
  const status = settled.get(deliveryKey);
  if (status === undefined) return { deliveryId, status: 'accepted', code: null };
  return { deliveryId, status: 'settled', ...figures(status), code: status.code };
}

/** A delivery that was known already is no problem, whatever became of it the first time. */
export function isProblem(report: IngestReport): boolean {
  return report.status === 'refused' || (report.status === 'settled' && Number(report['quarantined']) > 0);
}

export function reportLine(report: IngestReport): string {
  return Object.entries(report)
    .map(([name, value]) => `${name}=${value ?? '-'}`)
    .join(' ');
}

/** Why a delivery was refused: the sentence of its code, and every fault of the header. */
export function refusalLines(accepted: Accepted, language: Language): readonly string[] {
  if (accepted.kind !== 'refused') return [];
  const faults = accepted.reasons.map(({ code, field }) => `  ${quarantineText(code, field, language)}`);
  return [`${accepted.code}: ${errorSentence(accepted, language)}`, ...faults];
}
