import type { Access } from '../../src/domain/access.ts';
import type { Account, Role } from '../../src/domain/account.ts';
import type { ApiToken } from '../../src/domain/api-token.ts';
import type { AccountId, ApiTokenId, EpochMs } from '../../src/domain/ids.ts';

/** Everything about an account that a file of accounts says. */
export interface AccountRecord extends Pick<Account, 'name' | 'personnelNumber' | 'unit' | 'declaredConflicts'> {
  /** Of a program; null for a person, whose roles stay as sign-in gave them. */
  readonly roles: readonly Role[] | null;
}

export interface ImportedAccounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Accounts of the embedded default and of operation. */
export interface AccountStore {
  accountByName(access: Access, name: string): Promise<Account | null>;
  accountById(access: Access, accountId: AccountId): Promise<Account | null>;
  /** Adds accounts whose name is not there yet; answers how many were added. */
  addAccounts(access: Access, accounts: readonly Omit<Account, 'accountId'>[]): Promise<number>;
  /**
   * Somebody proved to be the one with this name, and to hold these roles: they take the place of the earlier ones. An
   * account that is not there is made, without the personal data that a reviewer needs to be shown a task.
   */
  signIn(access: Access, name: string, roles: readonly Role[]): Promise<Account>;
  /** The account acting has signed out; for the log of acts alone. */
  signOut(access: Access): Promise<void>;
  /**
   * Writes what a file says of the accounts that it names; other accounts stay as they are. For registrars: throws
   * `ScreeningError` ROLE_FORBIDS for another account.
   */
  importAccounts(access: Access, records: readonly AccountRecord[]): Promise<ImportedAccounts>;
  /** For registrars: takes all roles away until the next sign-in gives them anew. False: there is no such account. */
  withdrawRoles(access: Access, name: string): Promise<boolean>;
}

/** Who calls with a token, with no more roles than token and account both have. */
export interface ApiCaller {
  readonly account: Account;
  readonly tokenId: ApiTokenId;
}

/** Tokens of programs and terminals. The token itself is with its bearer alone; here is a keyed hash. */
export interface ApiTokenStore {
  /** Makes a token known. Throws `ScreeningError` ACCOUNT_UNKNOWN. */
  issueToken(
    access: Access,
    token: string,
    terms: Pick<ApiToken, 'accountId' | 'roles' | 'issuedAt' | 'expiresAt'>,
  ): Promise<ApiTokenId>;
  /** False when it is unknown or was withdrawn before. */
  withdrawToken(access: Access, tokenId: ApiTokenId, at: EpochMs): Promise<boolean>;
  /** Null when it is nobody's, has expired or was withdrawn. */
  callerByToken(access: Access, token: string, at: EpochMs): Promise<ApiCaller | null>;
  /** Every token that was ever issued, newest first. */
  listTokens(access: Access): Promise<readonly ApiToken[]>;
}
