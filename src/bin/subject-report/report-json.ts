import type { SubjectReport } from '../../../db/contract/subject-report.ts';
import type { EpochMs } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { formatPartialDate, type PartialDate } from '../../domain/partial-date.ts';
import { REPORT_WORDS } from '../../texts/subject-report.ts';

/** Fields that hold a moment; in the file it stands as ISO 8601 in UTC. */
const MOMENTS: readonly string[] = [
  ...['madeAt', 'leftAt', 'recordedAt', 'occurredAt', 'receivedAt', 'decidedAt', 'createdAt', 'retiredAt', 'at'],
];

function isPartialDate(value: object): value is PartialDate {
  return 'year' in value && 'month' in value && 'day' in value;
}

function plain(name: string, value: unknown): unknown {
  if (typeof value === 'number' && MOMENTS.includes(name)) return new Date(value).toISOString();
  if (typeof value === 'object' && value !== null && isPartialDate(value)) return formatPartialDate(value);
  return value;
}

/** The report for a program to read. It too says that cleared entries left nothing. */
export function reportJson(report: SubjectReport, language: Language): object {
  const { kind: _, supplied, ...rest } = report;
  const told = { ...rest, supplied: supplied.map((at: EpochMs) => ({ at })), cleared: REPORT_WORDS.cleared[language] };
  return JSON.parse(JSON.stringify(told, plain)) as object;
}
