import { Command, Option } from 'commander';
import { LANGUAGES } from '../domain/language.ts';
import { addAccountsCommand } from './commands/accounts.ts';
import { addAlarmsCommand } from './commands/alarms.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addBasisCommand } from './commands/basis.ts';
import { addCanaryCommand } from './commands/canary.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addEvaluateCommand } from './commands/evaluate.ts';
import { addIngestCommand } from './commands/ingest.ts';
import { addInquiryCommand } from './commands/inquiry.ts';
import { addKeysCommand } from './commands/keys.ts';
import { addMatchCommand } from './commands/match.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addPolicyCommand } from './commands/policy.ts';
import { addReconcileCommand } from './commands/reconcile.ts';
import { addRegisterCommand } from './commands/register.ts';
import { addRetentionCommand } from './commands/retention.ts';
import { addSubjectReportCommand } from './commands/subject-report.ts';
import { addTasksCommand } from './commands/tasks.ts';
import { addTokensCommand } from './commands/tokens.ts';
import { addTrainCommand } from './commands/train.ts';
import { addWebCommand } from './commands/web.ts';
import { addWorkerCommand } from './commands/worker.ts';

/** In the order in which `--help` shows them. Each takes its place in the program by itself. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  addDemoCommand,
  addWorkerCommand,
  addWebCommand,
  addMigrateCommand,
  addRegisterCommand,
  addIngestCommand,
  addTasksCommand,
  addBasisCommand,
  addInquiryCommand,
  addPolicyCommand,
  addSubjectReportCommand,
  addRetentionCommand,
  addAccountsCommand,
  addTokensCommand,
  addReconcileCommand,
  addAlarmsCommand,
  addCanaryCommand,
  addAuditCommand,
  addBackupCommands,
  addKeysCommand,
  addMatchCommand,
  addEvaluateCommand,
  addTrainCommand,
];

/** The command line of contract §4. It throws a CommanderError where commander would end the process. */
export function createProgram(): Command {
  const program = new Command('screening')
    .description('Screens new judicial entries against a register of subjects; a person decides')
    .addOption(new Option('--lang <language>', 'language of messages; default SCREENING_LANG').choices(LANGUAGES))
    .showHelpAfterError('(screening --help shows how)')
    .exitOverride()
    // Configuration enters through the environment alone; the option is another way to set its variable.
    .hook('preAction', (command) => {
      const { lang } = command.opts<{ readonly lang?: string }>();
      if (lang !== undefined) process.env['SCREENING_LANG'] = lang;
    });
  for (const add of COMMANDS) add(program);
  return program;
}
