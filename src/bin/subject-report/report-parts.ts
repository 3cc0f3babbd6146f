import type { REPORT_WORDS } from '../../texts/subject-report.ts';

export type ReportRow = readonly [label: string, value: string];

/** A part of the report: a heading, sentences, and rows of a label and a value. */
export interface ReportSection {
  /** A part of the section before it. */
  readonly isPart?: boolean;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly rows: readonly ReportRow[];
}

/** A heading or label of the report in the language that it is written in. */
export type Say = (word: keyof typeof REPORT_WORDS) => string;
