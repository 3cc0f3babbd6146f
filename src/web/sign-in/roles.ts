import { mayHoldTogether, ROLES, type Role } from '../../domain/account.ts';

/** The groups of which one is enough to hold a role. */
export type GroupsOfRoles = Readonly<Partial<Record<Role, readonly string[]>>>;

export type Granted =
  | { readonly kind: 'granted'; readonly roles: readonly Role[] }
  /** `none`: no group makes a role; `together`: the groups make roles that one person may not hold. */
  | { readonly kind: 'refused'; readonly why: 'none' | 'together' };

/** What somebody in these groups may do. Groups that are nowhere in the table mean nothing. */
export function rolesOf(groups: readonly string[], table: GroupsOfRoles): Granted {
  const roles = ROLES.filter((role) => table[role]?.some((group) => groups.includes(group)) === true);
  if (roles.length === 0) return { kind: 'refused', why: 'none' };
  return mayHoldTogether(roles) ? { kind: 'granted', roles } : { kind: 'refused', why: 'together' };
}
