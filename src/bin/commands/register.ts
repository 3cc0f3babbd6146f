import type { Command } from 'commander';
import { importRegister } from '../../../jobs/import-register.ts';
import type { Access } from '../../domain/access.ts';

import { readRegister } from '../../intake/register.ts';
import { compileGate } from '../../legal/gate.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import { openFile } from '../../runtime/delivery-file.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { intakeLimits } from '../intake-limits.ts';
import { foundProblem, printJson, printLine } from '../output.ts';

const IMPORTING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'import_register' };

interface ImportFlags {
  readonly changes?: boolean;
  readonly confirm?: boolean;
  readonly json?: boolean;
}

/** Reads a register file into the database; used by the command and by the demo. */
export async function importRegisterFile(installation: Installation, path: string, flags: ImportFlags) {
  const { store, clock, config } = installation;
  const gate = compileGate(await store.listBases(IMPORTING), calendarDay(clock.now()));
  const tools = {
    store,
    clock,
    loadGate: (subject: Parameters<typeof gate>[0]['subject']) =>
      gate({ permission: 'load', subject, partner: null, inquiry: null }),
    shrinkLimit: config.registerShrinkLimit,
  };
  const lines = readRegister(await openFile(path), intakeLimits(config));
  const mode = flags.changes === true ? 'changes' : 'snapshot';
  return importRegister(tools, IMPORTING, lines, { mode, confirmed: flags.confirm === true });
}

async function runImport(path: string, flags: ImportFlags): Promise<void> {
  await withInstallation(async (installation) => {
    const imported = await importRegisterFile(installation, path, flags);
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
