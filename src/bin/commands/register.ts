import type { Command } from 'commander';
import type { Subscription } from '../../../db/contract/register.ts';
import { openFile } from '../../runtime/delivery-file.ts';
import { withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { importRegisterBytes } from '../register-import.ts';
import { actAs } from './acting.ts';

interface ImportFlags {
  readonly changes?: boolean;
  readonly confirm?: boolean;
  readonly json?: boolean;
}

async function runImport(path: string, flags: ImportFlags): Promise<void> {
  await withInstallation(async (installation) => {
    const mode = flags.changes === true ? 'changes' : 'snapshot';
    const options = { mode, confirmed: flags.confirm === true } as const;
    const imported = await importRegisterBytes(installation, await openFile(path), options);
    if (imported.rejected > 0) foundProblem();
    if (flags.json === true) return printJson(imported);
    for (const [name, figure] of Object.entries(imported)) {
      if (typeof figure === 'number') printLine(`${name.padEnd(14)} ${figure}`);
    }
    for (const [condition, count] of Object.entries(imported.refusedByCondition)) {
      printLine(`refused: ${condition} ${count}`);
    }
    for (const { line, reasons } of imported.rejections) {
      printLine(
        `line ${line}: ${reasons.map(({ code, field }) => (field === null ? code : `${code} ${field}`)).join(', ')}`,
      );
    }
  });
}

/** A field of CSV; quoted where a separator, a quote or a line end would break the row. */
function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function printSubscription({ persons, withoutBsn }: Subscription, json: boolean): void {
  if (!json) printLine('bsn,voornamen,voorvoegsel,geslachtsnaam');
  for (const { bsn, givenNames: voornamen, particle: voorvoegsel, surname: geslachtsnaam } of persons) {
    if (json) printJson({ bsn, voornamen, voorvoegsel, geslachtsnaam });
    else printLine([bsn, voornamen, voorvoegsel, geslachtsnaam].map(csvField).join(','));
  }
  process.stderr.write(`persons ${persons.length}, left out without a usable BSN ${withoutBsn}\n`);
}

/** Adds `screening register`. */
export function addRegisterCommand(program: Command): void {
  const register = program.command('register').description('the register of subjects');
  register
    .command('import <file>')
    .description('applies a register file (CSV or NDJSON) as a difference')
    .option('--changes', 'the file holds only the rows that changed')
    .option(
      '--confirm',
      'apply it although it removes more subjects than the limit allows, or a row cannot be read and may be of one of them',
    )
    .option('--json', 'one JSON object on stdout')
    .action(runImport);
  register
    .command('export')
    .description('name and BSN of those under continuous control, for the subscription at the source')
    .option('--as <account>', 'the account that acts: registrar or registrar2 on the embedded default')
    .option('--json', 'one JSON object per person on stdout instead of CSV')
    .action((_flags, command: Command) =>
      actAs(
        command,
        async ({ store, access, feedMode, clock, json }) =>
          printSubscription(await store.exportSubscription(access, feedMode, clock.now()), json),
        'export_register',
      ),
    );
}
