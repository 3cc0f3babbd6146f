import type { Command } from 'commander';
import { clearCanaries, type Planted, plantCanaries } from '../../../jobs/canary/run.ts';
import { watchAlarms } from '../../../jobs/watch-alarms.ts';
import type { DeliveryRef } from '../../domain/delivery.ts';
import { ScreeningError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { type CanaryOutcome, canaryText } from '../../texts/canary.ts';
import { canaryTools } from '../compose-worker.ts';
import { followToTheEnd } from '../follow.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { openScreening, type ScreeningSystem } from '../screening-system.ts';

interface CanaryFlags {
  readonly json?: boolean;
}

/** @throws ScreeningError the code with which the planted delivery was refused */
function deliveryOf(planted: Planted): DeliveryRef | null {
  switch (planted.kind) {
    case 'planted':
    case 'under_way':
      return planted.delivery;
    case 'no_register':
      return null;
    case 'refused':
      throw new ScreeningError(planted.code);
  }
}

interface Outcome {
  /** Null when nobody was planted. */
  readonly deliveryId: string | null;
  readonly planted: number;
  readonly found: number;
}

/** Follows the planted to the end: the alarm is raised or cleared then, and they are taken out. */
async function outcomeOf(
  installation: Installation,
  system: ScreeningSystem,
  delivery: DeliveryRef | null,
): Promise<Outcome> {
  if (delivery === null) return { deliveryId: null, planted: 0, found: 0 };
  const { store, clock } = installation;
  const [status] = await followToTheEnd(installation, system, [delivery]);
  await watchAlarms(store, clock);
  await clearCanaries(store, clock);
  return {
    deliveryId: delivery.deliveryId,
    planted: status?.received ?? 0,
    found: status?.outcomes.tasked ?? 0,
  };
}

function saidOf({ deliveryId, planted, found }: Outcome): CanaryOutcome {
  if (deliveryId === null) return 'no_register';
  return found < planted ? 'missed' : 'found';
}

async function runCanary({ json = false }: CanaryFlags, command: Command): Promise<void> {
  await withInstallation(async (installation) => {
    const language = command.optsWithGlobals<{ readonly lang?: Language }>().lang ?? installation.config.language;
    const system = await openScreening(installation);
    try {
      const delivery = deliveryOf(await plantCanaries(canaryTools(installation, system.acceptPlanted)));
      const outcome = await outcomeOf(installation, system, delivery);
      const said = saidOf(outcome);
      const { planted, found } = outcome;
      if (said !== 'found') foundProblem();
      if (json) printJson(outcome);
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
