import type { Command } from 'commander';
import { renewRatings } from '../../../jobs/renew-ratings.ts';
import type { PolicyRecord } from '../../domain/policy-record.ts';
import { parseRelevanceTables, requirePolicy } from '../../relevance/policy.ts';
import { relevanceOf } from '../../relevance/relevance.ts';
import { calendarDay } from '../../runtime/calendar-day.ts';
import { readRelevanceTables } from '../../runtime/relevance-tables.ts';
import { POLICY_STANDINGS } from '../../texts/policy.ts';
import { foundProblem, printJson, printLine } from '../output.ts';
import { IN_FORCE, policyNamed, tablesIn } from '../policy-texts.ts';
import { type Acting, actAs } from './acting.ts';
import { runCompare } from './policy-compare.ts';

function runCheck(folder: string | undefined, { json = false }: { readonly json?: boolean }): void {
  const parsed = parseRelevanceTables(tablesIn(folder));
  if (parsed.kind === 'valid') {
    const { version, table, catalogue } = parsed.value;
    const offences = [...catalogue.offences.values()].flat().length;
    const checked = { version, inForceFrom: table.inForceFrom, offences };
    if (json) printJson(checked);
    else
      printLine(
        Object.entries(checked)
          .map((pair) => pair.join(' '))
          .join('  '),
      );
    return;
  }
  foundProblem();
  for (const { file, place, problem } of parsed.faults) {
    if (json) printJson({ file, place, problem });
    else printLine(`${[file, place].filter((part) => part !== '').join(' ')}: ${problem}`);
  }
}

/** Where a version stands: in force, before or after it, or still to be confirmed. */
function standingOf({ version, confirmedAt }: PolicyRecord, inForce: string | null): keyof typeof POLICY_STANDINGS {
  if (version === inForce) return 'in_force';
  return confirmedAt === null ? 'proposed' : 'confirmed';
}

async function runList({ store, access, clock, json, language }: Acting): Promise<void> {
  const inForce = await store.policyInForce(access, calendarDay(clock.now()));
  const inFiles = requirePolicy(readRelevanceTables()).version;
  const known = await store.listPolicies(access);
  for (const record of known) {
    const standing = standingOf(record, inForce);
    const own = record.version === inFiles;
    if (json) printJson({ ...record, standing, inFiles: own });
    else {
      const words = [POLICY_STANDINGS[standing][language], ...(own ? [POLICY_STANDINGS.in_files[language]] : [])];
      printLine(`${record.version}  ${record.inForceFrom}  ${words.join(', ')}`);
    }
  }
  if (inFiles === inForce) return;
  foundProblem();
  process.stderr.write(`${POLICY_STANDINGS.files_differ[language]} (${inFiles})\n`);
}

async function runPropose({ store, access, clock, json }: Acting, folder: string | undefined): Promise<void> {
  const proposed = await store.proposePolicy(access, tablesIn(folder), clock.now());
  if (json) printJson(proposed);
  else printLine(proposed.version);
}

/** What is in force at once rates the open tasks at once; what begins later a worker does on its day. */
async function runConfirm(acting: Acting, version: string): Promise<void> {
  const { store, access, clock, json } = acting;
  const confirmed = await store.confirmPolicy(access, version, clock.now());
  const relevance = relevanceOf(await policyNamed(acting, access, IN_FORCE));
  const rerated = await renewRatings(store, relevance, clock);
  const inForce = relevance.policyVersion;
  if (json) printJson({ ...confirmed, inForce, rerated });
  else printLine(`${confirmed.version}  ${confirmed.inForceFrom}  inForce ${inForce}  rerated ${rerated}`);
}

function addActing(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--as <account>', 'the account that acts: registrar or registrar2 on the embedded default')
    .option('--json', 'one JSON object per line on stdout');
}

const administer = (command: Command, run: (acting: Acting) => Promise<void>): Promise<void> =>
  actAs(command, run, 'legal_administration');

/** Adds `screening policy`. */
export function addPolicyCommand(program: Command): void {
  const policy = program.command('policy').description('how relevant which offence is: catalogue and policy');
  policy
    .command('check [folder]')
    .description('reads both files and names every fault with its line')
    .option('--json', 'one JSON object per fault on stdout')
    .action(runCheck);
  addActing(policy, 'list', 'every version, and which one counts').action((_flags, command: Command) =>
    administer(command, runList),
  );
  addActing(policy, 'compare <before> <after>', 'which tasks a change would rate otherwise, before it takes effect')
    .addHelpText('after', '\n<before> and <after>: in-force, files, a version of policy list, or a folder')
    .action((before: string, after: string, _flags, command: Command) =>
      administer(command, (acting) => runCompare(acting, before, after)),
    );
  addActing(policy, 'propose [folder]', 'writes a version down; it counts once a second registrar confirmed it').action(
    (folder: string | undefined, _flags, command: Command) =>
      administer(command, (acting) => runPropose(acting, folder)),
  );
  addActing(policy, 'confirm <version>', 'puts in force what another registrar proposed').action(
    (version: string, _flags, command: Command) => administer(command, (acting) => runConfirm(acting, version)),
  );
}
