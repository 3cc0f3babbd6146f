import type { AccountId } from '../../../src/domain/ids.ts';
import { accountById } from '../administration/account-rows.ts';
import type { Engine } from '../engine.ts';

/** The sign-in names of accounts, by id; of one that is gone the empty text. */
export function namesOf(
  engine: Engine,
  accountIds: readonly (AccountId | null)[],
): Readonly<Record<AccountId, string>> {
  const known = new Set(accountIds.filter((accountId) => accountId !== null));
  return Object.fromEntries([...known].map((accountId) => [accountId, accountById(engine, accountId)?.name ?? '']));
}
