import type { Command } from 'commander';
import type { Accepted } from '../../../jobs/accept.ts';
import { type DeliveryRef, type DeliveryStatus, OUTCOMES } from '../../domain/delivery.ts';
import type { DeliveryKey } from '../../domain/ids.ts';
import { ingestFile, waitUntilSettled } from '../ingest-files.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { openScreening, type ScreeningSystem } from '../screening-system.ts';

interface IngestFlags {
  readonly wait?: boolean;
  readonly json?: boolean;
}

/** One line of the answer: what the contract names. */
interface Report extends Partial<Record<string, string | number | null>> {
  readonly deliveryId: string | null;
  readonly status: 'accepted' | 'settled' | 'refused' | 'duplicate';
  readonly code: string | null;
}

function figures(status: DeliveryStatus): Record<string, number> {
  return {
    received: status.received,
    ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, status.outcomes[outcome]])),
  };
}

const NOTHING = { received: 0, ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) };

function reportOf(accepted: Accepted, settled: ReadonlyMap<DeliveryKey, DeliveryStatus>): Report {
  switch (accepted.kind) {
    case 'refused':
      return { deliveryId: accepted.header?.deliveryId ?? null, status: 'refused', ...NOTHING, code: accepted.code };
    case 'duplicate':
      return {
        deliveryId: accepted.status.deliveryId,
        status: 'duplicate',
        ...figures(accepted.status),
        code: accepted.status.code,
      };
    case 'accepted': {
      const status = settled.get(accepted.delivery.deliveryKey);
      const { deliveryId } = accepted.delivery;
      if (status === undefined) return { deliveryId, status: 'accepted', code: null };
      return { deliveryId, status: 'settled', ...figures(status), code: status.code };
    }
  }
}

function hasProblem(report: Report): boolean {
  return report.status === 'refused' || Number(report['quarantined'] ?? 0) > 0;
}

/** Waits for deliveries to be settled; on the embedded default a worker of our own does it when nobody else does. */
async function follow(
  { store, config }: Installation,
  system: ScreeningSystem,
  deliveries: readonly DeliveryRef[],
): Promise<readonly DeliveryStatus[]> {
  const alone = config.installation === 'embedded' && !(await system.hasWorker());
  const worker = alone ? await system.startWorker() : null;
  try {
    return await waitUntilSettled(store, deliveries);
  } finally {
    await worker?.close();
  }
}

async function runIngest(paths: readonly string[], flags: IngestFlags): Promise<void> {
  await withInstallation(async (installation) => {
    const system = await openScreening(installation);
    try {
      const accepted: Accepted[] = [];
      for (const path of paths) accepted.push(await ingestFile(installation, system, path));
      const deliveries = accepted.flatMap((one) => (one.kind === 'accepted' ? [one.delivery] : []));
      const statuses = flags.wait === true ? await follow(installation, system, deliveries) : [];
      const settled = new Map(statuses.map((status) => [status.deliveryKey, status]));
      for (const report of accepted.map((one) => reportOf(one, settled))) {
        if (hasProblem(report)) foundProblem();
        if (flags.json === true) printJson(report);
        else
          printLine(
            Object.entries(report)
              .map(([name, value]) => `${name}=${value ?? '-'}`)
              .join(' '),
          );
      }
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
