import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Access } from '../../domain/access.ts';
import { systemClock } from '../../runtime/clock.ts';
import { readConfig } from '../../runtime/config.ts';
import { readOwnKeyring, withInstallation } from '../installation.ts';
import { printJson, printLine } from '../output.ts';
import { restoreBackup } from '../restore.ts';

const BACKING_UP: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };

interface RestoreFlags {
  readonly overwrite?: boolean;
  readonly withoutErasures?: boolean;
  readonly json?: boolean;
}

async function runBackup(file: string, flags: { readonly json?: boolean }): Promise<void> {
  await withInstallation(async ({ store }) => {
    const path = resolve(file);
    const { rows, head } = await store.backUp(BACKING_UP, path);
    const bytes = statSync(path).size;
    if (flags.json === true) {
      printJson({ file: path, bytes, auditRows: rows, auditHead: head });
      return;
    }
    printLine(`${path}: ${bytes} bytes, the log up to row ${rows}, head ${head}`);
    printLine('the keys are not in it: keep them apart, and keep those that were in use when it was made');
  });
}

async function runRestore(file: string, flags: RestoreFlags): Promise<void> {
  const config = readConfig(process.env);
  const path = join(config.dataFolder, 'screening.db');
  const { erasuresFile } = config;
  const tools = { path, erasuresFile, keyring: readOwnKeyring(config), clock: systemClock };
  const options = { overwrite: flags.overwrite === true, withoutErasures: flags.withoutErasures === true };
  const { replayed, erased } = await restoreBackup(resolve(file), tools, options);
  const overdue = Object.values(erased).reduce((sum, one) => sum + one, 0);
  if (flags.json === true) {
    printJson({ file: resolve(file), replayed, erased });
    return;
  }
  printLine(`restored; ${replayed} erasures of after the backup were carried out again, ${overdue} more were due`);
  printLine(
    'what came after the backup is not in it: import the register, hand in the deliveries since, look at basis list',
  );
}

/** Adds `screening backup` and `screening restore`. */
export function addBackupCommands(program: Command): void {
  program
    .command('backup <file>')
    .description('copies the database to a new file while everything runs; the keys are not in it')
    .option('--json', 'one JSON object on stdout')
    .action(runBackup);
  program
    .command('restore <file>')
    .description('puts a backup in the place of the database, and erases again what was erased after it was made')
    .option('--overwrite', 'replaces an installation that holds data')
    .option('--without-erasures', 'goes on although nobody can say what was erased after the backup')
    .option('--json', 'one JSON object on stdout')
    .action(runRestore);
}
