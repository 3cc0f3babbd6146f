import { Command, Option } from 'commander';
import { LANGUAGES } from '../domain/language.ts';

type AddCommand = (program: Command) => void;

/**
 * In the order in which `--help` shows them. Each takes its place in the program by itself, and is loaded when it is asked
 * for: database, pages and queues together take a second and as much memory as matching does.
 */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  demo: async () => (await import('./commands/demo.ts')).addDemoCommand,
  worker: async () => (await import('./commands/worker.ts')).addWorkerCommand,
  web: async () => (await import('./commands/web.ts')).addWebCommand,
  migrate: async () => (await import('./commands/migrate.ts')).addMigrateCommand,
  register: async () => (await import('./commands/register.ts')).addRegisterCommand,
  ingest: async () => (await import('./commands/ingest.ts')).addIngestCommand,
  tasks: async () => (await import('./commands/tasks.ts')).addTasksCommand,
  basis: async () => (await import('./commands/basis.ts')).addBasisCommand,
  inquiry: async () => (await import('./commands/inquiry.ts')).addInquiryCommand,
  policy: async () => (await import('./commands/policy.ts')).addPolicyCommand,
  'subject-report': async () => (await import('./commands/subject-report.ts')).addSubjectReportCommand,
  retention: async () => (await import('./commands/retention.ts')).addRetentionCommand,
  accounts: async () => (await import('./commands/accounts.ts')).addAccountsCommand,
  tokens: async () => (await import('./commands/tokens.ts')).addTokensCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).addReconcileCommand,
  alarms: async () => (await import('./commands/alarms.ts')).addAlarmsCommand,
  canary: async () => (await import('./commands/canary.ts')).addCanaryCommand,
  audit: async () => (await import('./commands/audit.ts')).addAuditCommand,
  backup: async () => (await import('./commands/backup.ts')).addBackupCommands,
  restore: async () => (await import('./commands/backup.ts')).addBackupCommands,
  keys: async () => (await import('./commands/keys.ts')).addKeysCommand,
  match: async () => (await import('./commands/match.ts')).addMatchCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).addEvaluateCommand,
  train: async () => (await import('./commands/train.ts')).addTrainCommand,
};

/** The command that the arguments begin with, after a language; undefined when they ask for help or for nothing known. */
function wantedCommand(args: readonly string[]): string | undefined {
  const [first = ''] = args[0] === '--lang' ? args.slice(2) : args;
  return Object.hasOwn(COMMANDS, first) ? first : undefined;
}

/**
 * The command line that the README lists: with the one command that the arguments call, or else with all. It throws a
 * CommanderError where commander would end the process.
 */
export async function createProgram(args: readonly string[] = []): Promise<Command> {
  const program = new Command('screening')
    .description('Screens new judicial entries against a register of subjects; a person decides')
    .addOption(new Option('--lang <language>', 'language of messages; default SCREENING_LANG').choices(LANGUAGES))
    .showHelpAfterError('(the same command with --help shows how)')
    .exitOverride()
    // Configuration enters through the environment alone; the option is another way to set its variable.
    .hook('preAction', (command) => {
      const { lang } = command.opts<{ readonly lang?: string }>();
      if (lang !== undefined) process.env['SCREENING_LANG'] = lang;
    });
  const wanted = wantedCommand(args);
  const adding = new Set<AddCommand>();
  for (const [name, load] of Object.entries(COMMANDS)) {
    if (wanted === undefined || name === wanted) adding.add(await load());
  }
  for (const add of adding) add(program);
  return program;
}
