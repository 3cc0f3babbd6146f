import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { ScreeningError } from '../../domain/errors.ts';
import { asId, type PersonnelNumber } from '../../domain/ids.ts';
import { REPORT_GROUNDS, type ReportGround } from '../../domain/report-ground.ts';
import { REPORT_REFUSALS } from '../../texts/subject-report.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { reportDocument } from '../subject-report/report-document.ts';
import { reportJson } from '../subject-report/report-json.ts';
import { reportPage } from '../subject-report/report-page.ts';
import { reportText } from '../subject-report/report-text.ts';
import { type Acting, type ActingFlags, actAs } from './acting.ts';

interface ReportFlags extends ActingFlags {
  readonly purpose: ReportGround;
  readonly out?: string;
}

/** Readable by its owner alone, and never over a file that is there. */
function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new ScreeningError('FILE_UNWRITABLE', { file }, { cause });
  }
}

async function runReport(acting: Acting, officer: PersonnelNumber, { purpose, out }: ReportFlags): Promise<void> {
  const { store, access, clock, json, language } = acting;
  const report = await store.subjectReport(access, officer, purpose, clock.now());
  if (report.kind === 'refused') {
    foundProblem();
    if (json) printJson({ refused: report.refusal });
    process.stderr.write(`${REPORT_REFUSALS[report.refusal][language]}\n`);
    return;
  }
  if (out !== undefined) writePage(out, reportPage(reportDocument(report, language), language));
  if (json) printJson(reportJson(report, language));
  else if (out === undefined) printLine(reportText(reportDocument(report, language)));
}

/** Adds `screening subject-report`. */
export function addSubjectReportCommand(program: Command): void {
  program
    .command('subject-report <officer_id>')
    .description('what was received, compared, decided and seen about one person')
    .option('--as <account>', 'a senior without a conflict of interest; senior on the embedded default')
    .addOption(new Option('--purpose <purpose>', 'what for').choices(REPORT_GROUNDS).makeOptionMandatory())
    .option('--out <file>', 'write it as a page (HTML) to a new file; give the file no name of a person')
    .option('--json', 'one JSON object on stdout')
    .action((officer: string, _flags, command: Command) =>
      actAs(command, (acting) => runReport(acting, asId(officer), command.optsWithGlobals()), 'answer_data_subject'),
    );
}
