import type { Command } from 'commander';
import { createShutdown } from '../../runtime/shutdown.ts';
import { requireFeedBasis } from '../feed-basis.ts';
import { openInstallation } from '../installation.ts';
import { openScreening } from '../screening-system.ts';
import { serve } from '../serve.ts';
import { providerSignIn } from '../sign-in.ts';

async function runWeb(): Promise<void> {
  const installation = await openInstallation();
  const { logger } = installation;
  const shutdown = createShutdown((error) => logger.failure('not everything could be stopped', error));
  shutdown.onStop(() => installation.close());
  try {
    // First of all, so that whoever forgot it need not have a Redis to be told.
    providerSignIn(installation);
    await requireFeedBasis(installation);
    const system = await openScreening(installation);
    shutdown.onStop(() => system.close());
    const server = await serve(installation, system);
    shutdown.onStop(() => server.close());
    logger.info('the pages are open');
    process.stderr.write(`${server.url}\n`);
  } catch (error) {
    await shutdown.stop();
    throw error;
  }
}

/** Adds `screening web`. */
export function addWebCommand(program: Command): void {
  program.command('web').description('serves the pages and takes deliveries in, until it is stopped').action(runWeb);
}
