import type { Access } from '../../../src/domain/access.ts';
import type { Role } from '../../../src/domain/account.ts';
import { ScreeningError } from '../../../src/domain/errors.ts';
import type { Engine } from '../engine.ts';
import { actingAccount } from './account-rows.ts';

/**
 * Lets the system through, which acts as it was programmed, and accounts that hold one of the roles.
 * @throws ScreeningError ROLE_FORBIDS, ACCOUNT_UNKNOWN
 */
export function requireRole(engine: Engine, { actor }: Access, roles: readonly Role[]): void {
  if (actor.kind === 'system') return;
  const held = actingAccount(engine, actor).roles;
  if (!held.some((role) => roles.includes(role))) throw new ScreeningError('ROLE_FORBIDS');
}
