import { type Command, Option } from 'commander';
import type { TaskFilter } from '../../../db/contract/tasks.ts';
import { BANDS, type Band } from '../../domain/hit.ts';
import { asId, type TaskId } from '../../domain/ids.ts';
import { RATING_LEVELS } from '../../domain/rating.ts';
import { TASK_STATES, type TaskState } from '../../domain/task.ts';
import { lineJson, viewJson } from '../../web/api/task-json.ts';
import { printJson, printLine } from '../output.ts';
import { lineText, viewText } from '../task-text.ts';
import { type Acting, type ActingFlags, actAs, tellRefusal } from './acting.ts';
import { IDENTITY_ANSWERS, RELEVANCE_ANSWERS, runClaim, runDecide, runRelease } from './task-moves.ts';

/** Lines read from the Store at a time. */
const PAGE_LINES = 200;

/** What somebody has still to do something about. */
const NOT_DONE: readonly TaskState[] = TASK_STATES.filter((state) => state !== 'closed' && state !== 'withdrawn');

interface ListFlags extends ActingFlags {
  readonly band?: readonly Band[];
  readonly state?: readonly TaskState[];
  readonly all?: boolean;
  readonly mine?: boolean;
}

async function printQueue(
  { store, clock, access, accountId, json, language }: Acting,
  flags: ListFlags,
): Promise<void> {
  const filter: TaskFilter = {
    limit: PAGE_LINES,
    ...(flags.band !== undefined && { bands: flags.band }),
    ...(flags.all !== true && { states: flags.state ?? NOT_DONE }),
    ...(flags.mine === true && { claimedBy: accountId }),
  };
  let cursor: string | null = null;
  do {
    const from: TaskFilter = cursor === null ? filter : { ...filter, cursor };
    const page = await store.listTasks(access, from, clock.now());
    for (const line of page.tasks) {
      if (json) printJson(lineJson(line));
      else printLine(lineText(line, language));
    }
    cursor = page.next;
  } while (cursor !== null);
}

async function printTask(acting: Acting, taskId: TaskId): Promise<void> {
  const { store, clock, access, json, language } = acting;
  const view = await store.viewTask(access, taskId, clock.now());
  if ('refusal' in view) tellRefusal(acting, view.refusal);
  else if (json) printJson(viewJson(view));
  else printLine(viewText(view, language));
}

/** Every command here acts as a person. */
function addActing(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--as <account>', 'the account that acts: reviewer1, reviewer2 or senior on the embedded default')
    .option('--json', 'one JSON object per line on stdout');
}

function addDecide(tasks: Command): void {
  addActing(tasks, 'decide <taskId>', 'answers question A or question B of a task in hand')
    .addOption(
      new Option('--identity <answer>', 'is this the same person')
        .choices(Object.keys(IDENTITY_ANSWERS))
        .conflicts('relevance'),
    )
    .addOption(new Option('--relevance <answer>', 'is it relevant').choices(Object.keys(RELEVANCE_ANSWERS)))
    .addOption(new Option('--override <rating>', 'another rating than the one proposed').choices(RATING_LEVELS))
    .option('--reason <text>', 'the motivation', '')
    .option('--until <date>', 'the day on which the task comes back (YYYY-MM-DD)')
    .action((taskId: string, _flags, command: Command) =>
      actAs(command, (acting) => runDecide(acting, asId(taskId), command.opts())),
    );
}

/** Adds `screening tasks`. */
export function addTasksCommand(program: Command): void {
  const tasks = program.command('tasks').description('the review queue from a terminal');
  addActing(tasks, 'list', 'the queue, in the order in which it is worked')
    .addOption(new Option('--band <band...>', 'only these bands').choices(BANDS))
    .addOption(new Option('--state <state...>', 'only these states').choices(TASK_STATES).conflicts('all'))
    .option('--all', 'also what is closed or withdrawn')
    .option('--mine', 'only what the account has in hand')
    .action((_flags, command: Command) => actAs(command, (acting) => printQueue(acting, command.opts())));
  addActing(tasks, 'show <taskId>', 'question A of a task, and question B once A is answered').action(
    (taskId: string, _flags, command: Command) => actAs(command, (acting) => printTask(acting, asId(taskId))),
  );
  addActing(tasks, 'claim [taskId]', 'takes a task in hand for half an hour; without an id the next one').action(
    (taskId: string | undefined, _flags, command: Command) =>
      actAs(command, (acting) => runClaim(acting, taskId === undefined ? null : asId(taskId))),
  );
  addActing(tasks, 'release <taskId>', 'gives a task back to the queue').action(
    (taskId: string, _flags, command: Command) => actAs(command, (acting) => runRelease(acting, asId(taskId))),
  );
  addDecide(tasks);
}
