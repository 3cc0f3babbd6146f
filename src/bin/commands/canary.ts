import type { Command } from 'commander';
import type { Language } from '../../domain/language.ts';
import { type CanaryOutcome, canaryText } from '../../texts/canary.ts';
import { type CanaryResult, runCanaries } from '../canary-run.ts';
import { withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { openScreening } from '../screening-system.ts';

interface CanaryFlags {
  readonly json?: boolean;
}

function saidOf({ deliveryId, planted, found }: CanaryResult): CanaryOutcome {
  if (deliveryId === null) return 'no_register';
  return found < planted ? 'missed' : 'found';
}

async function runCanary({ json = false }: CanaryFlags, command: Command): Promise<void> {
  await withInstallation(async (installation) => {
    const language = command.optsWithGlobals<{ readonly lang?: Language }>().lang ?? installation.config.language;
    const system = await openScreening(installation);
    try {
      const result = await runCanaries(installation, system);
      const said = saidOf(result);
      const { planted, found } = result;
      if (said !== 'found') foundProblem();
      if (json) printJson(result);
      else printLine(canaryText(said, language, { planted, found }));
    } finally {
      await system.close();
    }
  });
}

/** Adds `screening canary`. */
export function addCanaryCommand(program: Command): void {
  program
    .command('canary')
    .description('plants test persons, sees whether they are found, and takes them out again')
    .option('--json', 'one JSON object on stdout')
    .action((flags: CanaryFlags, command: Command) => runCanary(flags, command));
}
