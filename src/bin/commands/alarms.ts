import type { Command } from 'commander';
import type { Access } from '../../domain/access.ts';
import type { Alarm } from '../../domain/alarm.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { type AlarmId, asId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { refusal } from '../../domain/refusals.ts';
import { alarmAbout } from '../../texts/alarm-words.ts';
import { alarmSentence } from '../../texts/alarms.ts';
import { webTexts } from '../../texts/web.ts';
import { callerOf } from '../caller.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { printJson, printLine } from '../output.ts';

const OPERATING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'operate' };
/** More than anybody reads. */
const MOST_ALARMS = 1_000;

interface ListFlags {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

interface AcknowledgeFlags {
  readonly reason: string;
  readonly as?: string;
  readonly lang?: Language;
}

function stateOf({ acknowledgedAt, clearedAt }: Alarm): 'new' | 'acknowledged' | 'cleared' {
  if (clearedAt !== null) return 'cleared';
  return acknowledgedAt === null ? 'new' : 'acknowledged';
}

function jsonOf(alarm: Alarm): object {
  const at = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());
  const { alarmId, code, about, params, acknowledgedReason } = alarm;
  return {
    ...{ alarmId, code, about, params, state: stateOf(alarm) },
    ...{ raisedAt: at(alarm.raisedAt), lastSeenAt: at(alarm.lastSeenAt) },
    ...{ acknowledgedAt: at(alarm.acknowledgedAt), acknowledgedReason, clearedAt: at(alarm.clearedAt) },
  };
}

function lineOf(alarm: Alarm, language: Language): string {
  const { alarmId, code, raisedAt, acknowledgedReason } = alarm;
  const marks = [alarmId, new Date(raisedAt).toISOString(), stateOf(alarm), code, alarmAbout(alarm, language)].join(
    '  ',
  );
  const reason = acknowledgedReason === '' ? '' : `\n  "${acknowledgedReason}"`;
  return `${marks}\n  ${alarmSentence(alarm, language)}${reason}`;
}

async function runList(flags: ListFlags, command: Command): Promise<void> {
  const { lang } = command.optsWithGlobals<ListFlags>();
  await withInstallation(async ({ store, config }) => {
    const which = flags.all === true ? 'all' : 'open';
    const language = lang ?? config.language;
    const alarms = await store.listAlarms(OPERATING, which, MOST_ALARMS);
    if (alarms.length === 0 && flags.json !== true) printLine(webTexts(language)(`alarms.empty.${which}`));
    for (const alarm of alarms) {
      if (flags.json === true) printJson(jsonOf(alarm));
      else printLine(lineOf(alarm, language));
    }
  });
}

/** Somebody who may take note of an alarm. Without a name it is whoever may run this program here. */
async function operatorAccess(installation: Installation, name: string | undefined): Promise<Access> {
  if (name === undefined && installation.config.token === null) return OPERATING;
  const { account, accessFor } = await callerOf(installation, name);
  if (!account.roles.includes('operator')) throw new ScreeningError('ROLE_FORBIDS');
  return accessFor('operate');
}

async function runAcknowledge(alarmId: string, { reason, as }: AcknowledgeFlags): Promise<void> {
  if (reason.trim() === '') throw refusal('USAGE', 'reason_missing');
  await withInstallation(async (installation) => {
    const { store, clock } = installation;
    const access = await operatorAccess(installation, as);
    const done = await store.acknowledgeAlarm(access, asId<AlarmId>(alarmId), reason.trim(), clock.now());
    if (!done) throw new ScreeningError('ALARM_UNKNOWN');
  });
}

/** Adds `screening alarms`. */
export function addAlarmsCommand(program: Command): void {
  const alarms = program.command('alarms').description('what operators must not miss');
  alarms
    .command('list', { isDefault: true })
    .description('the alarms whose cause is not gone, newest first')
    .option('--all', 'also those whose cause is gone')
    .option('--json', 'one JSON object per alarm on stdout')
    .action((flags: ListFlags, command: Command) => runList(flags, command));
  alarms
    .command('acknowledge <alarmId>')
    .description('records that somebody takes care of an alarm; it stays until its cause is gone')
    .requiredOption('--reason <text>', 'what is being done about it')
    .option('--as <account>', 'the account that acts: operator on the embedded default')
    .action((alarmId: string, flags: AcknowledgeFlags) => runAcknowledge(alarmId, flags));
}
