import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Access } from '../../domain/access.ts';
import { mayHoldTogether, ROLES, type Role } from '../../domain/account.ts';
import { ScreeningError } from '../../domain/errors.ts';
import { type ApiTokenId, asEpochMs, asId } from '../../domain/ids.ts';
import { refusal } from '../../domain/refusals.ts';
import { newToken } from '../../web/machine/sender-tokens.ts';
import { withInstallation } from '../installation.ts';
import { printJson, printLine } from '../output.ts';

const ADMINISTERING: Access = { actor: { kind: 'system', name: 'cli' }, purpose: 'sign_in' };
const DAY_MS = 86_400_000;
/** Nobody remembers a token for longer, or who has it. */
const MOST_DAYS = 366;

interface IssueFlags {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly days: number;
  readonly json?: boolean;
}

function daysOption(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`a number of days, 1 to ${MOST_DAYS}`);
}

/**
 * Prints the token, this once: nothing but a keyed hash of it is kept.
 * @throws ScreeningError ACCOUNT_UNKNOWN, USAGE for roles that one may not hold together
 */
async function runIssue({ account: name, roles, days, json }: IssueFlags): Promise<void> {
  if (!mayHoldTogether(roles)) throw refusal('USAGE', 'roles_apart');
  await withInstallation(async ({ store, clock }) => {
    const account = await store.accountByName(ADMINISTERING, name);
    if (account === null) throw new ScreeningError('ACCOUNT_UNKNOWN');
    const [token, issuedAt] = [newToken(), clock.now()];
    const expiresAt = asEpochMs(issuedAt + days * DAY_MS);
    const terms = { accountId: account.accountId, roles, issuedAt, expiresAt };
    const tokenId = await store.issueToken(ADMINISTERING, token, terms);
    if (json === true) printJson({ tokenId, token, roles, expiresAt: new Date(expiresAt).toISOString() });
    else printLine(token);
  });
}

/** @throws ScreeningError TOKEN_UNKNOWN */
async function runWithdraw(tokenId: string): Promise<void> {
  await withInstallation(async ({ store, clock }) => {
    const withdrawn = await store.withdrawToken(ADMINISTERING, asId<ApiTokenId>(tokenId), clock.now());
    if (!withdrawn) throw new ScreeningError('TOKEN_UNKNOWN');
  });
}

async function runList({ json }: { readonly json?: boolean }): Promise<void> {
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  await withInstallation(async ({ store }) => {
    for (const token of await store.listTokens(ADMINISTERING)) {
      const { tokenId, accountId, roles, issuedAt, expiresAt, withdrawnAt } = token;
      const times = { issuedAt: iso(issuedAt), expiresAt: iso(expiresAt), withdrawnAt: iso(withdrawnAt) };
      if (json === true) printJson({ tokenId, accountId, roles, ...times });
      else
        printLine([tokenId, accountId, roles.join(','), ...Object.values(times).map((time) => time ?? '–')].join('  '));
    }
  });
}

/** Adds `screening tokens`. */
export function addTokensCommand(program: Command): void {
  const tokens = program.command('tokens').description('leave for programs and terminals to act as an account');
  tokens
    .command('issue')
    .description('prints a new token, which is shown this once')
    .requiredOption('--account <account>', 'as whom its bearer acts')
    .addOption(new Option('--roles <role...>', 'the most it may do').choices(ROLES).makeOptionMandatory())
    .option('--days <days>', 'how long it holds', daysOption, 90)
    .option('--json', 'one JSON object on stdout')
    .action(runIssue);
  tokens.command('withdraw <tokenId>').description('makes a token worth nothing at once').action(runWithdraw);
  tokens
    .command('list')
    .description('every token that was issued; never the token itself')
    .option('--json', 'one JSON object per token on stdout')
    .action(runList);
}
