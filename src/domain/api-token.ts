import type { Role } from './account.ts';
import type { AccountId, ApiTokenId, EpochMs } from './ids.ts';

/** Leave for a program or a terminal to act as an account. */
export interface ApiToken {
  readonly tokenId: ApiTokenId;
  readonly accountId: AccountId;
  /** The most that its bearer may do; what the account has lost, the token has lost too. */
  readonly roles: readonly Role[];
  readonly issuedAt: EpochMs;
  /** From this moment on it is worth nothing. */
  readonly expiresAt: EpochMs;
  readonly withdrawnAt: EpochMs | null;
}
