import { type Command, InvalidArgumentError } from 'commander';
import type { Access } from '../../domain/access.ts';
import { withInstallation } from '../installation.ts';
import { foundProblem, printJson, printLine } from '../output.ts';

const VERIFYING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'audit' };

interface VerifyFlags {
  readonly anchor?: string;
  readonly json?: boolean;
}

/** A head as `audit verify` prints it. What is mistyped must not read as a log that was tampered with. */
function parseHead(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('a head is 64 hexadecimal digits, as it was printed');
  return text;
}

async function runVerify(flags: VerifyFlags): Promise<void> {
  await withInstallation(async ({ store }) => {
    const verdict = await store.verifyAudit(VERIFYING, flags.anchor ?? null);
    if (!verdict.ok) foundProblem();
    if (flags.json === true) return printJson(verdict);
    const { rows, ok, head, brokenAt, anchorFound, expired, restores } = verdict;
    printLine(`${rows} rows, ${ok ? 'the chain holds' : 'THE CHAIN IS BROKEN'}; head ${head}`);
    if (expired > 0)
      printLine(`the first ${expired} rows were deleted at the end of their term; the rest goes on from them`);
    for (const { sequence, at, replacedHead } of restores) {
      const when = new Date(at).toISOString();
      printLine(
        `row ${sequence}: goes on after a backup, restored ${when}; the log that it replaced had head ${replacedHead}`,
      );
    }
    if (brokenAt !== null) printLine(`the first row that does not follow from the one before it: ${brokenAt}`);
    if (anchorFound === false) printLine('the anchor is the head of no row: rows were cut off or replaced');
  });
}

/** Adds `screening audit`. */
export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .description('the log of every view and act')
    .command('verify')
    .description('walks the hash chain; finds an edited, deleted or moved row')
    .option('--anchor <head>', 'a head that was kept elsewhere; finds a tail that was cut off', parseHead)
    .option('--json', 'one JSON object on stdout')
    .action(runVerify);
}
