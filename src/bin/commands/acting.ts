import type { Command } from 'commander';
import type { Access, Purpose } from '../../domain/access.ts';
import type { FeedMode } from '../../domain/basis.ts';
import { ScreeningError } from '../../domain/errors.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { MoveRefusal } from '../../domain/task.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { foundProblem, printJson } from '../output.ts';

const LOOKING_UP: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'review_task' };

export interface ActingFlags {
  readonly as: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** A person at a terminal, in an open installation. */
export interface Acting extends Pick<Installation, 'store' | 'clock'> {
  readonly access: Access;
  readonly accountId: AccountId;
  readonly feedMode: FeedMode;
  readonly json: boolean;
  readonly language: Language;
}

/**
 * Runs a command as the account named with `--as`. Only on the embedded default, whose accounts are made up and have no
 * password: elsewhere a name proves nothing, so no account is known by it.
 * @throws ScreeningError ACCOUNT_UNKNOWN
 */
export function actAs(
  command: Command,
  run: (acting: Acting) => Promise<void>,
  purpose: Purpose = 'review_task',
): Promise<void> {
  const flags = command.optsWithGlobals<ActingFlags>();
  return withInstallation(async ({ store, clock, config }) => {
    const account = config.installation === 'embedded' ? await store.accountByName(LOOKING_UP, flags.as) : null;
    if (account === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
    const { accountId } = account;
    const access: Access = { actor: { kind: 'account', accountId }, purpose };
    const language = flags.lang ?? config.language;
    await run({ store, clock, access, accountId, feedMode: config.feedMode, json: flags.json === true, language });
  });
}

/** A subcommand of registrars, with the options that every one of them takes. */
export function addActing(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .requiredOption('--as <account>', 'the account that acts: registrar or registrar2 on the embedded default')
    .option('--json', 'one JSON object per line on stdout');
}

/** Says why a move was not made, and ends the command as one that found a problem. */
export function tellRefusal({ json, language }: Acting, refusal: MoveRefusal): void {
  foundProblem();
  if (json) printJson({ refused: refusal });
  process.stderr.write(`${MOVE_REFUSAL_SENTENCES[refusal][language]}\n`);
}
