import type { Command } from 'commander';
import { createShutdown } from '../../runtime/shutdown.ts';
import { openInstallation } from '../installation.ts';
import { openScreening } from '../screening-system.ts';

async function runWorker(): Promise<void> {
  const installation = await openInstallation();
  const { logger } = installation;
  const shutdown = createShutdown((error) => logger.failure('not everything could be stopped', error));
  shutdown.onStop(() => installation.close());
  try {
    const system = await openScreening(installation);
    shutdown.onStop(() => system.close());
    const worker = await system.startWorker();
    shutdown.onStop(() => worker.close());
    logger.info('the worker has started', { workerId: worker.workerId });
  } catch (error) {
    await shutdown.stop();
    throw error;
  }
}

/** Adds `screening worker`. */
export function addWorkerCommand(program: Command): void {
  program.command('worker').description('screens what is queued, until it is stopped').action(runWorker);
}
