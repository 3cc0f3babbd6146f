import type { Command } from 'commander';
import { openFile } from '../../runtime/delivery-file.ts';
import { withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { importRegisterBytes } from '../register-import.ts';

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

/** Adds `screening register`. */
export function addRegisterCommand(program: Command): void {
  const register = program.command('register').description('the register of subjects');
  register
    .command('import <file>')
    .description('applies a register file (CSV or NDJSON) as a difference')
    .option('--changes', 'the file holds only the rows that changed')
    .option('--confirm', 'apply it although it removes more subjects than the limit allows')
    .option('--json', 'one JSON object on stdout')
    .action(runImport);
}
