import type { ReportDocument } from './report-document.ts';
import type { ReportRow } from './report-parts.ts';

const LABEL_WIDTH = 22;

const line = ([label, value]: ReportRow): string => `  ${label.padEnd(LABEL_WIDTH)} ${value}`.trimEnd();

/** The report as a terminal shows it. */
export function reportText({ title, head, sections }: ReportDocument): string {
  const parts = sections.flatMap(({ heading, sentences, rows }) => [
    ...(heading === '' ? [''] : ['', heading]),
    ...sentences.map((sentence) => `  ${sentence}`),
    ...rows.map(line),
  ]);
  return [title, ...head.map(line), ...parts].join('\n');
}
