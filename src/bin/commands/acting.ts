import type { Command } from 'commander';
import type { Access, Purpose } from '../../domain/access.ts';
import type { FeedMode } from '../../domain/basis.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { MoveRefusal } from '../../domain/task.ts';
import { toldRefusal } from '../../review/visibility.ts';
import { MOVE_REFUSAL_SENTENCES } from '../../texts/move-refusals.ts';
import { callerOf } from '../caller.ts';
import { type Installation, withInstallation } from '../installation.ts';
import { foundProblem, printJson } from '../output.ts';

export interface ActingFlags {
  readonly as?: string;
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
 * Runs a command as the account of the token, or on the embedded default as the one named with `--as`.
 * @throws ScreeningError TOKEN_REFUSED, ACCOUNT_UNKNOWN, USAGE
 */
export function actAs(
  command: Command,
  run: (acting: Acting) => Promise<void>,
  purpose: Purpose = 'review_task',
): Promise<void> {
  const flags = command.optsWithGlobals<ActingFlags>();
  return withInstallation(async (installation) => {
    const { store, clock, config } = installation;
    const { account, accessFor } = await callerOf(installation, flags.as);
    const [{ accountId }, access] = [account, accessFor(purpose)];
    const language = flags.lang ?? config.language;
    await run({ store, clock, access, accountId, feedMode: config.feedMode, json: flags.json === true, language });
  });
}

/** A subcommand of registrars, with the options that every one of them takes. */
export function addActing(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--as <account>', 'the account that acts: registrar or registrar2 on the embedded default')
    .option('--json', 'one JSON object per line on stdout');
}

/** Says why a move was not made, and ends the command as one that found a problem. */
export function tellRefusal({ json, language }: Acting, refused: MoveRefusal): void {
  const refusal = toldRefusal(refused);
  foundProblem();
  if (json) printJson({ refused: refusal });
  process.stderr.write(`${MOVE_REFUSAL_SENTENCES[refusal][language]}\n`);
}
