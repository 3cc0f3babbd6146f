import type { Command } from 'commander';
import { withInstallation } from '../installation.ts';
import { printLine } from '../output.ts';

async function runMigrate(): Promise<void> {
  await withInstallation(async ({ config }) => {
    printLine(`the database in ${config.dataFolder} is up to date`);
    if (config.installation === 'embedded') printLine('embedded: demo accounts and fictitious legal bases are in it');
  });
}

/** Adds `screening migrate`. Opening an installation brings it up to date, so this only does that and says so. */
export function addMigrateCommand(program: Command): void {
  program.command('migrate').description('makes the data folder and brings the database up to date').action(runMigrate);
}
