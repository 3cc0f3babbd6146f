import type { Command } from 'commander';
import type { DueFigures, Hold } from '../../../db/contract/retention.ts';
import { eraseAllDue } from '../../../jobs/retention.ts';
import type { Access } from '../../domain/access.ts';
import { asId, type HoldId, type TaskId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { RETENTION_SCHEDULE } from '../../legal/retention-schedule.ts';
import { HOLD_WORDS, RETENTION_ACTION_WORDS, RETENTION_WORDS } from '../../texts/legal.ts';
import { withInstallation } from '../installation.ts';
import { printJson, printLine } from '../output.ts';
import { type Acting, actAs } from './acting.ts';

const RETAINING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'legal_administration' };

interface RunFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

interface HoldFlags {
  readonly order: string;
  readonly reason: string;
}

/** One kind of data: what was over its term, and how much of it was erased, which a dry run leaves at 0. */
interface Line extends DueFigures {
  readonly done: number;
}

function printKind({ kind, due, held, done }: Line, json: boolean, language: Language): void {
  const { action, source } = RETENTION_SCHEDULE[kind];
  if (json) {
    printJson({ kind, action, due, done, held, source });
    return;
  }
  const words = `${RETENTION_WORDS[kind][language]}: ${RETENTION_ACTION_WORDS[action][language]}`;
  printLine(`${kind.padEnd(18)} due ${due}, done ${done}, held ${held}   ${words}`);
}

async function runRetention(_flags: RunFlags, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<RunFlags>();
  await withInstallation(async ({ store, clock, config }) => {
    const figures = await store.countDue(RETAINING, clock.now());
    const erased = flags.dryRun === true ? null : await eraseAllDue(store, RETAINING, clock);
    for (const figure of figures) {
      const done = erased?.[figure.kind] ?? 0;
      printKind({ ...figure, done }, flags.json === true, flags.lang ?? config.language);
    }
  });
}

async function runHold({ store, access, clock, json }: Acting, taskId: TaskId, flags: HoldFlags): Promise<void> {
  const { order: orderReference, reason } = flags;
  const holdId = await store.placeHold(access, { taskId, orderReference, reason }, clock.now());
  if (json) printJson({ holdId, taskId });
  else printLine(holdId);
}

async function runRelease({ store, access, clock, json }: Acting, holdId: HoldId, reason: string): Promise<void> {
  await store.releaseHold(access, holdId, reason, clock.now());
  if (json) printJson({ holdId, released: true });
  else printLine(holdId);
}

function printHold(hold: Hold, { json, language }: Acting): void {
  if (json) {
    printJson(hold);
    return;
  }
  const state = HOLD_WORDS[hold.releasedAt === null ? 'standing' : 'released'][language];
  printLine(`${hold.holdId}  ${hold.taskId}  ${state}  ${hold.orderReference}: ${hold.reason}`);
  if (hold.releaseReason !== '') printLine(`  ${hold.releaseReason}`);
}

async function runHolds(acting: Acting): Promise<void> {
  for (const hold of await acting.store.listHolds(acting.access)) printHold(hold, acting);
}

function addActing(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .requiredOption('--as <account>', 'the account that acts: registrar or registrar2 on the embedded default')
    .option('--json', 'one JSON object per line on stdout');
}

const administer = (command: Command, run: (acting: Acting) => Promise<void>): Promise<void> =>
  actAs(command, run, 'legal_administration');

/** Adds `screening retention`. */
export function addRetentionCommand(program: Command): void {
  const retention = program.command('retention').description('how long what is kept, and who may have it kept longer');
  retention
    .command('run', { isDefault: true })
    .description('erases what is over its term; a worker does the same every night')
    .option('--dry-run', 'only says what is due')
    .option('--json', 'one JSON object per kind of data on stdout')
    .action(runRetention);
  addActing(retention, 'hold <taskId>', 'keeps a task and all it stands on, under a legal order')
    .requiredOption('--order <reference>', 'where the order is found: court and number')
    .requiredOption('--reason <text>', 'why it must be kept')
    .action((taskId: string, _flags, command: Command) =>
      administer(command, (acting) => runHold(acting, asId(taskId), command.opts())),
    );
  addActing(retention, 'release <holdId>', 'ends a hold; what it kept is due again at once')
    .requiredOption('--reason <text>', 'why it need not be kept any longer')
    .action((holdId: string, _flags, command: Command) =>
      administer(command, (acting) => runRelease(acting, asId(holdId), command.opts<{ reason: string }>().reason)),
    );
  addActing(retention, 'holds', 'every hold, also those that were released').action((_flags, command: Command) =>
    administer(command, runHolds),
  );
}
