import type { Command } from 'commander';
import type { Accepted } from '../../../jobs/accept.ts';
import type { DeliveryRef, DeliveryStatus } from '../../domain/delivery.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { followToTheEnd } from '../follow.ts';
import { ingestFile } from '../ingest-files.ts';
import { ingestReport, isProblem, refusalLines, reportLine } from '../ingest-report.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { openScreening, type ScreeningSystem } from '../screening-system.ts';

interface IngestFlags {
  readonly wait?: boolean;
  readonly json?: boolean;
}

/** A file that cannot be opened is told like a refused delivery, so that the files after it are still handed in. */
async function ingestOne(installation: Installation, system: ScreeningSystem, path: string): Promise<Accepted> {
  try {
    return await ingestFile(installation, system, path);
  } catch (error) {
    if (!(error instanceof ScreeningError) || error.code !== 'FILE_UNREADABLE') throw error;
    process.exitCode = 2;
    return { kind: 'refused', code: error.code, header: null, reasons: [], params: error.params };
  }
}

/** What `--wait` follows: what was taken in now, and what an earlier call handed in and is still being screened. */
function unfinished(accepted: readonly Accepted[]): readonly DeliveryRef[] {
  return accepted.flatMap((one) => {
    if (one.kind === 'accepted') return [one.delivery];
    return one.kind === 'duplicate' && one.status.state === 'screening' ? [one.status] : [];
  });
}

function report(accepted: readonly Accepted[], statuses: readonly DeliveryStatus[], json: boolean): void {
  const settled = new Map(statuses.map((status) => [status.deliveryKey, status]));
  for (const one of accepted) {
    const line = ingestReport(one, settled);
    if (isProblem(line) && process.exitCode === undefined) foundProblem();
    if (json) printJson(line);
    else printLine(reportLine(line));
  }
}

async function runIngest(paths: readonly string[], flags: IngestFlags): Promise<void> {
  await withInstallation(async (installation) => {
    const system = await openScreening(installation);
    try {
      const accepted: Accepted[] = [];
      for (const path of paths) {
        const one = await ingestOne(installation, system, path);
        for (const line of refusalLines(one, installation.config.language)) process.stderr.write(`${line}\n`);
        accepted.push(one);
      }
      const statuses = flags.wait === true ? await followToTheEnd(installation, system, unfinished(accepted)) : [];
      report(accepted, statuses, flags.json === true);
    } finally {
      await system.close();
    }
  });
}

/** Adds `screening ingest`. */
export function addIngestCommand(program: Command): void {
  program
    .command('ingest <files...>')
    .description('hands deliveries in')
    .option('--wait', 'follow them until every line has its outcome')
    .option('--json', 'one JSON object per delivery on stdout')
    .action(runIngest);
}
