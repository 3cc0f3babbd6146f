import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Access } from '../../domain/access.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { readAccounts } from '../../intake/accounts.ts';
import { openFile } from '../../runtime/delivery-file.ts';
import { callerOf } from '../caller.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { printJson, printLine } from '../output.ts';

const ADMINISTERING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'import_register' };

interface Flags {
  readonly as?: string;
  readonly json?: boolean;
}

/** Whoever may run this program here, unless a name or a token says who it is: imports are work of the system. */
async function accessOf(installation: Installation, { as }: Flags): Promise<Access> {
  if (as === undefined && installation.config.token === null) return ADMINISTERING;
  return (await callerOf(installation, as)).accessFor('import_register');
}

/** @throws ScreeningError ACCOUNTS_UNREADABLE, FILE_UNREADABLE, ROLE_FORBIDS */
async function runImport(path: string, flags: Flags): Promise<void> {
  await withInstallation(async (installation) => {
    const file = readAccounts(await text(await openFile(path)));
    if (file.kind === 'refused') throw new ScreeningError('ACCOUNTS_UNREADABLE', { lines: file.lines.join(', ') });
    const imported = await installation.store.importAccounts(await accessOf(installation, flags), file.rows);
    if (flags.json === true) printJson(imported);
    else for (const [name, figure] of Object.entries(imported)) printLine(`${name.padEnd(10)} ${figure}`);
  });
}

/** @throws ScreeningError ACCOUNT_UNKNOWN, ROLE_FORBIDS */
async function runWithdraw(name: string, flags: Flags): Promise<void> {
  await withInstallation(async (installation) => {
    const withdrawn = await installation.store.withdrawRoles(await accessOf(installation, flags), name);
    if (!withdrawn) throw new ScreeningError('ACCOUNT_UNKNOWN');
    if (flags.json === true) printJson({ withdrawn });
  });
}

/** Adds `screening accounts`. */
export function addAccountsCommand(program: Command): void {
  const accounts = program.command('accounts').description('who people are that sign in: unit, number and conflicts');
  const add = (usage: string, description: string): Command =>
    accounts
      .command(usage)
      .description(description)
      .option('--as <account>', 'the account that acts: registrar or registrar2 on the embedded default')
      .option('--json', 'one JSON object on stdout');
  add('import <file>', 'writes what a file (CSV) says of the accounts that it names').action(
    (path: string, flags: Flags) => runImport(path, flags),
  );
  add('withdraw <account>', 'takes all roles of an account away at once, until its next sign-in').action(
    (name: string, flags: Flags) => runWithdraw(name, flags),
  );
}
